// From `import` or `export` to the file that is named; strings that look alike do no harm.
const STATEMENT =
  /\b(?:import|export)\b[^;'"`]*?\bfrom\s*(['"])[^'"]+\1|\b(?:import|require)\b\s*\(?\s*(['"])[^'"]+\2/g;

/** What a source file says of other files, and all that the law between files can turn on. */
export function importLines(source: string): readonly string[] {
  return [...source.matchAll(STATEMENT)].map(([said]) => said.replaceAll(/\s+/g, ' '));
}
