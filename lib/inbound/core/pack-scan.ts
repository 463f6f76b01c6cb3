import { problem, type Problem } from '#lib/kernel';
import { type InboundPlan, lineKey, type PackingGroup, type PlanLine } from './inbound-plan.ts';
import { lastDeed, type PackDeed, packedSoFar, type PackLog } from './pack-log.ts';

/** Barcodes that are printed on a sheet at the bench and stand for acts instead of goods. */
export const PACK_COMMANDS = {
  newBox: 'FL-NEW-BOX',
  close: 'FL-CLOSE-BOX',
  undo: 'FL-UNDO',
} as const;
const TIMES = /^FL-TIMES-(\d{1,4})$/;
const BOX = /^FL-BOX-(\S{1,60})$/;

/** What a bench has in mind between two scans. */
export type Bench = {
  readonly station: string;
  /** the box that is packed into */
  readonly boxId?: string;
  /** how many units the next item stands for */
  readonly times: number;
  /** a wrong item lies on the bench: nothing but undo is taken until it is put away */
  readonly blockedBy?: Problem;
};

export type Signal = 'right' | 'wrong' | 'full' | 'noted';

export type ScanOutcome = {
  readonly bench: Bench;
  readonly deeds: readonly PackDeed[];
  readonly signal: Signal;
};

export type ScanContext = {
  readonly plan: InboundPlan;
  readonly log: PackLog;
  /** a fresh id for a box that is opened */
  readonly newBoxId: string;
};

export function benchOf(station: string): Bench {
  return { station, times: 1 };
}

/** What a scanned code does at a bench. Scanners end a code with Enter or Tab; neither is part of it. */
export function scan(bench: Bench, code: string, context: ScanContext): ScanOutcome {
  const text = code.trim().toUpperCase();
  if (text === PACK_COMMANDS.undo) return undo(bench, context);
  if (bench.blockedBy) return { bench, deeds: [], signal: 'wrong' };
  const times = TIMES.exec(text)?.[1];
  if (times !== undefined && Number(times) > 0)
    return { bench: { ...bench, times: Number(times) }, deeds: [], signal: 'noted' };
  const known = BOX.exec(text)?.[1];
  if (known !== undefined) return chooseBox(bench, known, context);
  if (text === PACK_COMMANDS.newBox) {
    const { boxId: _, ...rest } = bench;
    return { bench: rest, deeds: [], signal: 'noted' };
  }
  if (text === PACK_COMMANDS.close) return close(bench);
  return pack(bench, code.trim(), context);
}

function undo({ blockedBy, ...bench }: Bench, { log }: ScanContext): ScanOutcome {
  // The wrong item was never packed; it is only put away.
  if (blockedBy) return { bench, deeds: [], signal: 'noted' };
  const last = lastDeed(log, bench.station);
  if (!last) return { bench, deeds: [], signal: 'noted' };
  return { bench, deeds: [{ kind: 'undone', eventId: last.id }], signal: 'noted' };
}

function chooseBox(bench: Bench, boxId: string, { plan, log }: ScanContext): ScanOutcome {
  const { boxes } = packedSoFar(plan.packing?.groups ?? [], log);
  const box = boxes.find(({ id }) => id.toUpperCase() === boxId);
  if (!box || box.isClosed) return wrong(bench, problem('bench-box-unknown', { box: boxId }));
  return { bench: { ...bench, boxId: box.id }, deeds: [], signal: 'noted' };
}

function close(bench: Bench): ScanOutcome {
  const { boxId, ...rest } = bench;
  if (boxId === undefined) return { bench, deeds: [], signal: 'noted' };
  return { bench: rest, deeds: [{ kind: 'box-closed', boxId }], signal: 'noted' };
}

function wrong(bench: Bench, blockedBy: Problem): ScanOutcome {
  return { bench: { ...bench, times: 1, blockedBy }, deeds: [], signal: 'wrong' };
}

/** An item goes into the open box; without one, into a new box of its group. */
function pack(bench: Bench, code: string, context: ScanContext): ScanOutcome {
  const { plan, log, newBoxId } = context;
  const groups = plan.packing?.groups ?? [];
  const packed = packedSoFar(groups, log);
  const lines = linesOf(plan, code);
  const [named] = lines;
  if (!named) return wrong(bench, problem('bench-code-unknown', { text: code.slice(0, 60) }));
  const { sku } = named;
  const box = packed.boxes.find(({ id, isClosed }) => id === bench.boxId && !isClosed);
  const room = (group: PackingGroup, line: PlanLine) => {
    const balance = packed.balances.find(
      (one) => one.groupId === group.id && lineKey(one) === lineKey(line),
    );
    return balance ? balance.expected - balance.packed : 0;
  };
  const usable = box ? groups.filter(({ id }) => id === box.groupId) : groups;
  const wanted = usable.flatMap((group) =>
    lines
      .filter((line) => group.items.some((item) => lineKey(item) === lineKey(line)))
      .map((line) => ({ group, line, left: room(group, line) })),
  );
  if (wanted.length === 0) return wrong(bench, problem('bench-item-not-in-box', { sku }));
  const best = wanted.find(({ left }) => left >= bench.times);
  if (!best) {
    const left = Math.max(0, ...wanted.map((one) => one.left));
    const outcome = wrong(bench, problem('bench-item-too-many', { sku, units: bench.times, left }));
    return { ...outcome, signal: 'full' };
  }
  const boxId = box?.id ?? newBoxId;
  const { expiry } = best.line;
  const opened: readonly PackDeed[] = box
    ? []
    : [{ kind: 'box-opened', boxId, groupId: best.group.id }];
  const units = bench.times;
  const item = { sku, ...(expiry === undefined ? {} : { expiry }), units };
  return {
    bench: { ...bench, boxId, times: 1 },
    deeds: [...opened, { kind: 'packed', boxId, ...item }],
    signal: 'right',
  };
}

/** The lines a code may mean: one SKU, once for each of its expiry dates. */
function linesOf({ lines }: InboundPlan, code: string): readonly PlanLine[] {
  const text = code.toUpperCase();
  return lines.filter(({ sku, fnsku, asin }) =>
    [sku, fnsku, asin].some((name) => name?.toUpperCase() === text),
  );
}
