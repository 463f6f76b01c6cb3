import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** The names of the arguments that an ICU sentence uses, in whichever of its branches. */
export function argumentsIn(sentence: string): ReadonlySet<string> {
  return new Set(parse(sentence).flatMap(namesIn));
}

function namesIn(element: MessageFormatElement): readonly string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  if (element.type === TYPE.tag) return element.children.flatMap(namesIn);
  if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
  const branches = Object.values(element.options).flatMap(({ value }) => value);
  return [element.value, ...branches.flatMap(namesIn)];
}
