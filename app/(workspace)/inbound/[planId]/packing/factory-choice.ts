import type { FactoryChoices, Inference } from '#lib/flat-files';

const NAMES = {
  quantity: 'quantity',
  gross: 'gross',
  numbering: 'numbering',
  'length-unit': 'lengthUnit',
  'weight-unit': 'weightUnit',
} as const satisfies Partial<Record<Inference['about'], keyof FactoryChoices>>;

/** What was settled so far, and one answer more. */
export function withChoice(
  before: FactoryChoices,
  { about, subject = '', options }: Inference,
  value: string,
): FactoryChoices {
  if (!options.includes(value)) return before;
  // An option of an inference is one of the values that its choice takes.
  const choice = value as never;
  switch (about) {
    case 'column':
      return { ...before, columns: { ...before.columns, [subject]: choice } };
    case 'item':
      return { ...before, items: { ...before.items, [subject]: value } };
    case 'carton-dates':
    case 'blank-cartons':
      return before;
    default:
      return { ...before, [NAMES[about]]: choice };
  }
}
