/** A place in a sheet, both counted from one: B3 is row 3, column 2. */
export type Place = { readonly row: number; readonly column: number };

const LAST_COLUMN = 16_384;

/** Column letters for a number counted from one: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function placeName({ row, column }: Place): string {
  return `${columnName(column)}${row}`;
}

export function readPlace(name: string): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name);
  if (!match) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? '').toUpperCase().split(''))
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= LAST_COLUMN ? { row: Number(match[2]), column } : undefined;
}
