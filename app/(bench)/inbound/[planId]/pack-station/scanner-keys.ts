/** What was typed into no field so far, and when its last key was pressed. */
export type TypedKeys = { readonly text: string; readonly at: number };
export type PressedKey = { readonly key: string; readonly at: number };

export type KeyOutcome = {
  readonly keys: TypedKeys;
  /** what a scanner typed, once its last key is there */
  readonly code?: string;
  /** the key is part of a scan and must press no button */
  readonly isScanned: boolean;
};

export const NO_KEYS: TypedKeys = { text: '', at: 0 };

/** Scanners leave 1 to 30 ms between keys; hardly anybody types two letters within 100. */
const LONGEST_PAUSE_MS = 100;
const SHORTEST_CODE = 2;

/** Tells what a scanner types, ended by Enter or Tab, from keys that a person presses. */
export function pressKey(keys: TypedKeys, { key, at }: PressedKey): KeyOutcome {
  const isFast = at - keys.at <= LONGEST_PAUSE_MS;
  const text = isFast ? keys.text : '';
  if (key === 'Enter' || key === 'Tab') {
    if (text.length < SHORTEST_CODE) return { keys: NO_KEYS, isScanned: false };
    return { keys: NO_KEYS, code: text, isScanned: true };
  }
  // Shift and its like come between the letters of a scan.
  if (key.length !== 1) return { keys: { ...keys, text }, isScanned: false };
  return { keys: { text: text + key, at }, isScanned: text !== '' };
}
