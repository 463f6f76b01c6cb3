import {
  compareWeights,
  type Dimensions,
  problem,
  type Problem,
  readTypedWeight,
  writeTicks,
} from '#lib/kernel';
import { type InboundPlan, lineKey, type PackingGroup, type PlanLine } from './inbound-plan.ts';
import {
  type BenchCommand,
  type ItemCode,
  itemOfCode,
  otherExpiry,
  readCommand,
  sizeCode,
} from './pack-codes.ts';
import { heaviestBox, isOverloaded, weightUnitOf } from './pack-load.ts';
import { lastDeed, type PackDeed, type PackedBox, packedSoFar, type PackLog } from './pack-log.ts';

/** What a bench has in mind between two scans. */
export type Bench = {
  readonly station: string;
  /** the box that is packed into */
  readonly boxId?: string;
  /** the box that was closed last, which is the one that comes on the scale */
  readonly closedBoxId?: string;
  /** the cartons that new boxes are made of */
  readonly carton?: Carton;
  /** how many units the next item stands for */
  readonly times: number;
  /** the next code is what the scale shows */
  readonly isWeighing?: true;
  /** a wrong item lies on the bench: nothing but undo is taken until it is put away */
  readonly blockedBy?: Problem;
};

export type Carton = {
  readonly id: string;
  readonly name: string;
  readonly dimensions: Dimensions;
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
  /** barcodes of products and cases that were told at a bench before */
  readonly codes?: readonly ItemCode[];
  readonly cartons?: readonly Carton[];
  /** the only packing group that this bench packs */
  readonly groupId?: string;
};

export function benchOf(station: string): Bench {
  return { station, times: 1 };
}

/** What a scanned code does at a bench. Scanners end a code with Enter or Tab; neither is part of it. */
export function scan(bench: Bench, code: string, context: ScanContext): ScanOutcome {
  const command = readCommand(code.trim());
  if (command?.kind === 'undo') return undo(bench, context);
  if (bench.blockedBy) return { bench, deeds: [], signal: 'wrong' };
  if (command) return obey(bench, command, context);
  if (bench.isWeighing) return weigh(bench, code.trim(), context);
  return pack(bench, code.trim(), context);
}

/** Says what the unknown code at a bench stands for, once and for all, and packs it. */
export function teach(bench: Bench, item: ItemCode, context: ScanContext): ScanOutcome {
  const { blockedBy: _, ...free } = bench;
  const told = { ...context, codes: [...(context.codes ?? []), item] };
  const outcome = pack(free, item.code, told);
  return { ...outcome, deeds: [{ kind: 'taught', ...item }, ...outcome.deeds] };
}

function undo({ blockedBy, isWeighing, ...bench }: Bench, { log }: ScanContext): ScanOutcome {
  const noted = { deeds: [], signal: 'noted' } as const;
  // The wrong item was never packed; it is only put away.
  if (blockedBy) return { bench: { ...bench, ...(isWeighing && { isWeighing }) }, ...noted };
  if (isWeighing) return { bench, ...noted };
  if (bench.times > 1) return { bench: { ...bench, times: 1 }, ...noted };
  const last = lastDeed(log, bench.station);
  if (!last) return { bench, ...noted };
  // A box that is open again is the one that is packed into.
  const reopened = last.kind === 'box-closed' ? { boxId: last.boxId } : {};
  return {
    bench: { ...bench, ...reopened },
    deeds: [{ kind: 'undone', eventId: last.id }],
    signal: 'noted',
  };
}

function obey(
  { isWeighing: _, ...bench }: Bench,
  command: BenchCommand,
  context: ScanContext,
): ScanOutcome {
  if (command.kind === 'times') return noted({ ...bench, times: command.times });
  if (command.kind === 'box') return chooseBox(bench, command.boxId, context);
  if (command.kind === 'size') return chooseCarton(bench, command.code, context);
  if (command.kind === 'weigh') {
    const isThere = (bench.boxId ?? bench.closedBoxId) !== undefined;
    return isThere ? noted({ ...bench, isWeighing: true }) : wrong(bench, problem('bench-no-box'));
  }
  const { boxId, ...rest } = bench;
  if (command.kind !== 'close' || boxId === undefined) return noted(rest);
  return noted({ ...rest, closedBoxId: boxId }, { kind: 'box-closed', boxId });
}

function noted(bench: Bench, ...deeds: readonly PackDeed[]): ScanOutcome {
  return { bench, deeds, signal: 'noted' };
}

function wrong(bench: Bench, blockedBy: Problem): ScanOutcome {
  return { bench: { ...bench, times: 1, blockedBy }, deeds: [], signal: 'wrong' };
}

function full(bench: Bench, blockedBy: Problem): ScanOutcome {
  return { ...wrong(bench, blockedBy), signal: 'full' };
}

function chooseBox(bench: Bench, boxId: string, { plan, log }: ScanContext): ScanOutcome {
  const { boxes } = packedSoFar(plan.packing?.groups ?? [], log);
  const box = boxes.find(({ id }) => id.toUpperCase() === boxId);
  if (!box || box.isClosed) return wrong(bench, problem('bench-box-unknown', { box: boxId }));
  return noted({ ...bench, boxId: box.id });
}

function chooseCarton(bench: Bench, code: string, { cartons = [] }: ScanContext): ScanOutcome {
  const carton = cartons.find(({ id }) => sizeCode(id) === code);
  if (!carton) return wrong(bench, problem('bench-size-unknown', { text: code.slice(0, 60) }));
  const { boxId } = bench;
  const { dimensions } = carton;
  const chosen = { ...bench, carton };
  return boxId === undefined ? noted(chosen) : noted(chosen, { kind: 'sized', boxId, dimensions });
}

function weigh(bench: Bench, text: string, { plan }: ScanContext): ScanOutcome {
  const boxId = bench.boxId ?? bench.closedBoxId;
  const read = readTypedWeight(text, weightUnitOf(plan));
  if (!read.ok || read.value.amount <= 0 || boxId === undefined)
    return wrong(bench, problem('bench-weight-unreadable', { text: text.slice(0, 60) }));
  const { isWeighing: _, ...rest } = bench;
  const outcome = noted(rest, { kind: 'weighed', boxId, weight: read.value });
  const isTooHeavy = compareWeights(read.value, heaviestBox(plan)) > 0;
  return { ...outcome, signal: isTooHeavy ? 'full' : 'noted' };
}

type Wanted = { readonly group: PackingGroup; readonly line: PlanLine; readonly left: number };

/** An item goes into the open box; without one, into a new box of its group. */
function pack(bench: Bench, code: string, context: ScanContext): ScanOutcome {
  const { plan, log, newBoxId } = context;
  const found = itemOfCode(plan, code, context.codes ?? []);
  if (!found) return wrong(bench, problem('bench-code-unknown', { text: code.slice(0, 60) }));
  const sku = found.lines[0]?.sku ?? code;
  const units = found.units * bench.times;
  const packed = packedSoFar(plan.packing?.groups ?? [], log);
  const box = packed.boxes.find(({ id, isClosed }) => id === bench.boxId && !isClosed);
  const wanted = wantedFor(found.lines, { box, packed, context });
  if (wanted.length === 0) return wrong(bench, problem('bench-item-not-in-box', { sku }));
  const beside = wanted.filter(({ line }) => !box || !otherExpiry(box.items, line));
  const best = beside.find(({ left }) => left >= units);
  if (!best) {
    if (wanted.some(({ left }) => left >= units))
      return wrong(bench, problem('bench-other-expiry', { sku }));
    const left = Math.max(0, ...wanted.map((one) => one.left));
    return full(bench, problem('bench-item-too-many', { sku, units, left }));
  }
  const { expiry } = best.line;
  const item = { sku, ...(expiry === undefined ? {} : { expiry }) };
  const load = [...(box?.items ?? []), { ...item, quantity: units }];
  if (isOverloaded(plan, load)) {
    const heaviest = heaviestBox(plan);
    const limit = `${writeTicks(heaviest.amount)} ${heaviest.unit.toLowerCase()}`;
    return full(bench, problem('bench-box-full', { sku, limit }));
  }
  const boxId = box?.id ?? newBoxId;
  const { dimensions } = bench.carton ?? {};
  const opened: readonly PackDeed[] = box
    ? []
    : [{ kind: 'box-opened', boxId, groupId: best.group.id, ...(dimensions && { dimensions }) }];
  return {
    bench: { ...bench, boxId, times: 1 },
    deeds: [...opened, { kind: 'packed', boxId, ...item, units }],
    signal: 'right',
  };
}

type Around = {
  readonly box: PackedBox | undefined;
  readonly packed: ReturnType<typeof packedSoFar>;
  readonly context: ScanContext;
};

/** Where a line may go: the groups of the box at hand that expect it, and how many they lack. */
function wantedFor(
  lines: readonly PlanLine[],
  { box, packed, context }: Around,
): readonly Wanted[] {
  const { plan, groupId } = context;
  const only = box && box.items.length > 0 ? box.groupId : groupId;
  const groups = (plan.packing?.groups ?? []).filter(
    ({ id }) => (only === undefined || id === only) && (groupId === undefined || id === groupId),
  );
  return groups.flatMap((group) =>
    lines.flatMap((line) => {
      const balance = packed.balances.find(
        (one) => one.groupId === group.id && lineKey(one) === lineKey(line),
      );
      return balance ? [{ group, line, left: balance.expected - balance.packed }] : [];
    }),
  );
}
