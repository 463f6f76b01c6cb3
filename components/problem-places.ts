import type { Problem } from '#lib/kernel';

import type { LooseTranslator } from './problem-translator.ts';

/** Lists whose entries are found by an id of the seller's or Amazon's, and what the id is called. */
const NAMED: Readonly<Record<string, (id: string) => string | undefined>> = {
  lines: () => 'sku',
  listings: (id) => (UUID.test(id) ? 'listing' : 'sku'),
  skus: () => 'sku',
  shipments: () => 'shipment',
  tracking: () => 'box',
};

// A listing that is not there any more has no SKU to be called by.
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INDEX = /^\d+(?:\.|$)/;

/** Where a problem is, in words: "Box 3, weight". Undefined where the path names nothing known. */
export function placeInWords({ at = '', facts }: Problem, t: LooseTranslator): string | undefined {
  const { head, rest } = split(at);
  const words = wordsOf(head, rest, facts, t);
  if (words.length === 0) return undefined;
  const place = words.join(t('problems.places.separator'));
  return place.charAt(0).toUpperCase() + place.slice(1);
}

/** The last step of a field's path in words: "postal code" for `address.postalCode`. */
export function fieldInWords(path: string, t: LooseTranslator): string {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return has(last, t) ? t(`problems.places.${last}`) : path;
}

function wordsOf(
  head: string,
  rest: string,
  facts: Problem['facts'],
  t: LooseTranslator,
): readonly string[] {
  if (head === 'groups') return wordsOf('lines', split(rest).rest, facts, t);
  if (head === 'windows') return [t('problems.places.windows')];
  const nameOf = NAMED[head];
  if (!nameOf || rest === '') return stepsInWords([head, ...rest.split('.')], t);
  const { id, field } = idAndField(rest, facts, t);
  // A SKU may be a number, but then the facts say so; otherwise a number counts the entries.
  if (id === undefined) return stepsInWords([head, ...rest.split('.')], t);
  const place = t(`problems.places.${nameOf(id)}`, { id });
  const words = head === 'tracking' ? 'tracking' : field;
  return words === '' ? [place] : [place, ...stepsInWords(words.split('.'), t)];
}

/** Cuts `A.1.quantity` where the id ends: ids may hold dots, so the facts are asked first. */
function idAndField(
  rest: string,
  { sku, subject, box }: Problem['facts'],
  t: LooseTranslator,
): { readonly id: string | undefined; readonly field: string } {
  for (const known of [sku, subject, box])
    if (typeof known === 'string' && known !== '' && `${rest}.`.startsWith(`${known}.`))
      return { id: known, field: rest.slice(known.length + 1) };
  if (INDEX.test(rest)) return { id: undefined, field: '' };
  const cut = rest.lastIndexOf('.');
  const last = rest.slice(cut + 1);
  return cut > 0 && has(last, t)
    ? { id: rest.slice(0, cut), field: last }
    : { id: rest, field: '' };
}

function stepsInWords(steps: readonly string[], t: LooseTranslator): readonly string[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1] ?? '';
    if (/^\d+$/.test(next)) {
      const key = `problems.places.${step}-numbered`;
      return t.has(key) ? [t(key, { number: String(Number(next) + 1) })] : [];
    }
    return has(step, t) ? [t(`problems.places.${step}`)] : [];
  });
}

// Steps that are names of sentences with an argument, not of fields.
const WITH_ID = new Set(['sku', 'box', 'shipment', 'separator']);

function has(step: string, t: LooseTranslator): boolean {
  return /^[a-z]\w*$/i.test(step) && !WITH_ID.has(step) && t.has(`problems.places.${step}`);
}

function split(path: string): { readonly head: string; readonly rest: string } {
  const dot = path.indexOf('.');
  return dot < 0
    ? { head: path, rest: '' }
    : { head: path.slice(0, dot), rest: path.slice(dot + 1) };
}
