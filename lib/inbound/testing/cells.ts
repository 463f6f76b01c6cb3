import type { Ending, Take, Trouble } from './rehearsal.ts';
import type { Cut, WireCall } from './wire.ts';

/** One square of the matrix: what happens to which call, and how often the seller has to act. */
export type Cell = {
  readonly name: string;
  readonly troubles?: readonly Trouble[];
  readonly cut?: Cut;
  readonly acts: number;
};

type Kind = Omit<Trouble, 'operation'> & { readonly kind: string };

// What is said to the first try at a call is not said to the next.
const TURNED_AWAY: Readonly<Record<string, Kind>> = {
  'too many requests': { kind: 'http429' },
  'an internal error': { kind: 'http500' },
  'no service': { kind: 'http503' },
  'an expired token': { kind: 'tokenExpired' },
};
const LOST: Readonly<Record<string, Kind>> = {
  'a time-out before anything was done': { kind: 'timeout' },
  'half an answer': { kind: 'malformed' },
  'a connection lost after all was done': { kind: 'reset', after: true },
};
// Of what is carried out later: a failure without a reason, and one for another that is running.
const LATER: Readonly<Record<string, Kind>> = {
  'a failure without a reason': { kind: 'opFailed', code: 'InternalServerError' },
  'a failure for the race': { kind: 'opFailed', code: 'FBA_INB_0115' },
};
const UNSEEN: Kind = { kind: 'http400' };
const REFUSED: Kind = { kind: 'http400', text: 'Something is wrong with this request.' };
const EMPTY: Kind = { kind: 'emptyList' };

type Step = {
  readonly calls: readonly WireCall[];
  /** whether a job carries it out, which tries again of its own accord */
  readonly isErrand: boolean;
};

/** Each operation the step calls with each kind of trouble, at its first call. */
export function faultCells({ calls, isErrand }: Step): Cell[] {
  const operations = new Map(calls.filter(isOperation).map((call) => [call.name, call]));
  return [...operations.values()].flatMap(({ name, isWrite }) => {
    const cell = (what: string, kinds: readonly Kind[], acts = 1): Cell => ({
      name: `${what} at ${name}`,
      troubles: kinds.map((kind, at) => ({ ...kind, operation: name, nth: at + 1 })),
      acts,
    });
    const each = Object.entries({ ...TURNED_AWAY, ...LOST, ...LATER });
    return [
      // A read may be repeated as often as one likes: one trouble after the other.
      ...(isWrite
        ? each.map(([what, kind]) => cell(what, [kind]))
        : [
            cell('turned away again and again', Object.values(TURNED_AWAY)),
            cell('lost again and again', Object.values(LOST)),
          ]),
      ...(name.startsWith('list') ? [cell('an empty list', [EMPTY])] : []),
      cell('a placement not heard of yet', [UNSEEN], isErrand ? 1 : 2),
      cell('a refusal out of the blue', [REFUSED], 2),
    ];
  });
}

/** The application killed before each request, and where it changes something also after it. */
export function killCells(calls: readonly WireCall[]): Cell[] {
  return calls.flatMap(({ name, isWrite }, at) =>
    (isWrite ? [false, true] : [false]).map((isHeard) => ({
      name: `killed ${isHeard ? 'after' : 'before'} ${name} (request ${at})`,
      cut: { at, isHeard },
      acts: 1,
    })),
  );
}

/** What differs from a quiet day, in words; nothing when nothing does. */
export function lossesOf(cell: Cell, take: Take, quiet: Take): string[] {
  const parts = ['amazon', 'ledger', 'plan'] as const satisfies readonly (keyof Ending)[];
  const different = parts.filter((part) => take.ending[part] !== quiet.ending[part]);
  const losses = different.map((part) => `${cell.name}: another ${part}`);
  if (take.acts !== cell.acts) losses.push(`${cell.name}: the seller had to act ${take.acts} x`);
  return losses;
}

function isOperation({ name }: WireCall): boolean {
  return !name.startsWith('/');
}
