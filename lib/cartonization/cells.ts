// Indices that run over an array's own length never miss; these read without a question mark. One
// for each kind of array, so that each stays fast.

export function intAt(cells: Int32Array, index: number): number {
  return cells[index] ?? 0;
}

export function floatAt(cells: Float64Array, index: number): number {
  return cells[index] ?? 0;
}

export function numberAt(cells: readonly number[], index: number): number {
  return cells[index] ?? 0;
}

/** A member of a list that is not empty. */
export function memberAt<Member>(list: readonly Member[], index: number): Member {
  const member = list[index];
  if (member === undefined) throw new RangeError(`${index} is not within ${list.length}`);
  return member;
}
