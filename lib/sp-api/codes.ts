/** What a code is about; the page that can mend it follows from this. */
export type CodeTopic =
  | 'account'
  | 'amazon'
  | 'barcode'
  | 'compliance'
  | 'dangerous-goods'
  | 'delivery-window'
  | 'dimensions'
  | 'eligibility'
  | 'expiry'
  | 'listing'
  | 'packing'
  | 'placement'
  | 'prep'
  | 'tax'
  | 'transportation';

export type AmazonCode = {
  readonly code: string;
  /** Whether the seller can do something about it, if only wait and repeat. */
  readonly fixableBySeller: boolean;
  readonly topic: CodeTopic;
};

// Operation problems as collected from Amazon's issue threads, since FBA_INB codes have no public
// documentation (#4592); eligibility codes from the fbaInbound model. Both checked 2026-11-23.
const TABLE = `
FBA_INB_0004 yes dimensions
FBA_INB_0005 yes dimensions
FBA_INB_0006 yes listing
FBA_INB_0007 yes dangerous-goods
FBA_INB_0008 yes dangerous-goods
FBA_INB_0009 yes dangerous-goods
FBA_INB_0010 yes dangerous-goods
FBA_INB_0011 yes dangerous-goods
FBA_INB_0012 yes dangerous-goods
FBA_INB_0013 yes dangerous-goods
FBA_INB_0014 no dangerous-goods
FBA_INB_0015 no dangerous-goods
FBA_INB_0016 yes dangerous-goods
FBA_INB_0017 yes listing
FBA_INB_0018 yes listing
FBA_INB_0019 yes listing
FBA_INB_0034 yes barcode
FBA_INB_0035 yes expiry
FBA_INB_0036 no expiry
FBA_INB_0037 yes tax
FBA_INB_0038 yes listing
FBA_INB_0043 yes listing
FBA_INB_0049 no amazon
FBA_INB_0050 no eligibility
FBA_INB_0051 no eligibility
FBA_INB_0053 no eligibility
FBA_INB_0055 no eligibility
FBA_INB_0056 no eligibility
FBA_INB_0059 no amazon
FBA_INB_0065 yes barcode
FBA_INB_0066 no amazon
FBA_INB_0067 no transportation
FBA_INB_0068 no expiry
FBA_INB_0078 no account
FBA_INB_0095 yes barcode
FBA_INB_0097 no dangerous-goods
FBA_INB_0098 no account
FBA_INB_0099 no account
FBA_INB_0100 yes tax
FBA_INB_0103 no expiry
FBA_INB_0104 yes barcode
FBA_INB_0115 yes amazon
FBA_INB_0117 yes amazon
FBA_INB_0180 yes expiry
FBA_INB_0181 yes expiry
FBA_INB_0182 yes prep
FBA_INB_0197 yes compliance
FBA_INB_0313 yes packing
FBA_INB_0317 yes packing
FBA_INB_0322 yes packing
FBA_INB_0342 yes barcode
FBA_INB_0344 yes placement
FBA_INB_0354 yes transportation
FBA_INB_0364 yes packing
FBA_INB_0422 no account
FBA_INB_0465 yes barcode
FBA_INB_0469 yes delivery-window
UNKNOWN_INB_ERROR_CODE no amazon
InternalServerError yes amazon
BadRequest yes amazon
`;

/** The codes we have sentences for, under `amazon.<code>` in the message catalogues. */
export const AMAZON_CODES: readonly AmazonCode[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [code = '', fixable, topic] = line.split(' ');
    return { code, fixableBySeller: fixable === 'yes', topic: topic as CodeTopic };
  });

const BY_CODE = new Map(AMAZON_CODES.map((known) => [known.code, known]));

export function amazonCode(code: string): AmazonCode | undefined {
  return BY_CODE.get(code);
}

export function isAmazonCode(code: string): boolean {
  return BY_CODE.has(code);
}
