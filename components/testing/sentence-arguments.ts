/** The names of the arguments that an ICU sentence uses, in whichever of its branches. */
export function argumentsIn(sentence: string): ReadonlySet<string> {
  const names = new Set<string>();
  readMessage(sentence, 0, names);
  return names;
}

// Returns where the message ends: at its closing brace, or at the end of the text.
function readMessage(text: string, from: number, names: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readArgument(text, at + 1, names) : at + 1;
  }
  return at;
}

function readArgument(text: string, from: number, names: Set<string>): number {
  const name = /^\s*(\w+)\s*/.exec(text.slice(from));
  if (!name?.[1]) throw new Error(`no argument at ${from} in: ${text}`);
  names.add(name[1]);
  let at = from + name[0].length;
  while (at < text.length && text[at] !== '}') {
    at = text[at] === '{' ? readMessage(text, at + 1, names) + 1 : at + 1;
  }
  return at + 1;
}
