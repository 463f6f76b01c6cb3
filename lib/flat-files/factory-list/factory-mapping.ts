import { optional } from '#lib/kernel';
import type { FactoryChoices, FactoryField, Inference } from './factory-choices.ts';
import type { FactoryList } from './read-factory-list.ts';

/**
 * What of a list's understanding is worth keeping for the next list of the same factory: which
 * header means what, what its plain figures stand for, and its own names for our SKUs.
 */
export function factoryMapping(
  { inferences }: FactoryList,
  chosen: FactoryChoices = {},
  remembered: FactoryChoices = {},
): FactoryChoices {
  return {
    columns: { ...remembered.columns, ...knownColumns(inferences), ...chosen.columns },
    items: { ...remembered.items, ...chosen.items },
    ...optional('quantity', settled(inferences, 'quantity', remembered.quantity)),
    ...optional('gross', settled(inferences, 'gross', remembered.gross)),
    ...optional('numbering', settled(inferences, 'numbering', remembered.numbering)),
    ...optional('lengthUnit', settled(inferences, 'length-unit', remembered.lengthUnit)),
    ...optional('weightUnit', settled(inferences, 'weight-unit', remembered.weightUnit)),
  };
}

function knownColumns(inferences: readonly Inference[]): Readonly<Record<string, FactoryField>> {
  const columns: Record<string, FactoryField> = {};
  for (const { about, subject, value } of inferences)
    // The values of an inference about a column are fields; the type says text for all kinds.
    if (about === 'column' && subject && value !== 'none') columns[subject] = value as FactoryField;
  return columns;
}

/** A guess that nobody confirmed is no knowledge; anything firmer is. */
function settled<Value extends string>(
  inferences: readonly Inference[],
  about: Inference['about'],
  before: Value | undefined,
): Value | undefined {
  const found = inferences.find((inference) => inference.about === about);
  // As above: the value of an inference is one of the values of its choice.
  return found && found.certainty !== 'guess' ? (found.value as Value) : before;
}
