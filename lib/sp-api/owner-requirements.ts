/** Amazon's demand for another prep or label owner of one SKU. */
export type OwnerRequirement = {
  readonly sku: string;
  readonly field: 'prepOwner' | 'labelOwner';
  readonly assigned: string;
  readonly accepted: readonly string[];
};

// "ERROR: A-1 requires prepOwner but NONE was assigned. Accepted values: [AMAZON, SELLER]" and
// "A-1 does not require labelOwner but SELLER was assigned. Accepted values: [NONE]"
// (selling-partner-api-models #4058, checked 2026-11-23).
const SENTENCE =
  /(?:^|(?<=\]))[\s.,;]*(?:ERROR:\s*)?(.+?)\s+(?:requires|does not require)\s+(prepOwner|labelOwner)\s+but\s+(\w+)\s+was assigned\.?\s*Accepted values:\s*\[([^\]]*)\]/gsu;

/** Every such demand in a text of Amazon's, in the order of the text. */
export function ownerRequirements(text: string): readonly OwnerRequirement[] {
  return [...text.matchAll(SENTENCE)].map(([, sku = '', field, assigned = '', accepted = '']) => ({
    sku: unquoted(sku.trim()),
    field: field === 'labelOwner' ? 'labelOwner' : 'prepOwner',
    assigned,
    accepted: accepted
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
  }));
}

// Whatever stands before the last "ERROR:" belongs to another sentence.
function unquoted(sku: string): string {
  const named = sku.replace(/^.*ERROR:\s*/su, '');
  return /^(['"`])(.+)\1$/su.exec(named)?.[2] ?? named;
}
