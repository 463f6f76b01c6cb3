/** Amazon's demand for another prep or label owner of one SKU. */
export type OwnerRequirement = {
  readonly sku: string;
  readonly field: 'prepOwner' | 'labelOwner';
  readonly assigned: string;
  readonly accepted: readonly string[];
};

// "ERROR: A-1 requires prepOwner but NONE was assigned. Accepted values: [AMAZON, SELLER]" and
// "A-1 does not require labelOwner but SELLER was assigned. Accepted values: [NONE]"
// (selling-partner-api-models #4058, checked 2026-11-23). What stands before is the SKU.
const DEMAND =
  /\s(?:requires|does not require) (prepOwner|labelOwner) but (\w+) was assigned\.? ?Accepted values: ?\[([^\]]*)\]/g;

/** Every such demand in a text of Amazon's, in the order of the text. */
export function ownerRequirements(text: string): readonly OwnerRequirement[] {
  const found: OwnerRequirement[] = [];
  let from = 0;
  for (const match of text.matchAll(DEMAND)) {
    const [whole, field, assigned = '', accepted = ''] = match;
    found.push({
      sku: skuIn(text.slice(from, match.index)),
      field: field === 'labelOwner' ? 'labelOwner' : 'prepOwner',
      assigned,
      accepted: accepted
        .split(',')
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    });
    from = match.index + whole.length;
  }
  return found;
}

// Between two demands stand marks and "ERROR:", and quotes may stand around the SKU.
function skuIn(text: string): string {
  const mark = text.lastIndexOf('ERROR:');
  const named = mark < 0 ? text : text.slice(mark + 'ERROR:'.length);
  const sku = named.replace(/^[\s.,;]+/, '').trim();
  return /^(['"`])(.+)\1$/su.exec(sku)?.[2] ?? sku;
}
