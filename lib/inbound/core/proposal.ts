import type {
  BoxLimit,
  PackedCarton,
  Packing,
  Placement,
  Sides,
  Unpacked,
  UnpackedReason,
} from '#lib/cartonization';
import { optional, problem, type Problem } from '#lib/kernel';
import type { BoxItem, InboundPlan, PlannedBox } from './inbound-plan.ts';
import { balances } from './packing.ts';
import { shownWeight } from './proposal-measures.ts';
import type { ProposalTask } from './proposal-task.ts';

/** A box of a proposal; a case that goes as it is has no picture, for nobody packs it. */
export type ProposedBox = {
  readonly box: PlannedBox;
  readonly name: string;
  readonly picture?: {
    readonly room: Sides;
    readonly placements: readonly Placement[];
    /** 0 to 1 of the room */
    readonly fill: number;
    readonly limit: BoxLimit;
  };
};

export type Proposal = {
  readonly boxes: readonly ProposedBox[];
  /** boxes counted one by one, cases among them */
  readonly count: number;
  readonly units: number;
  readonly expected: number;
  readonly summary: Packing['summary'];
  /** what could not be packed, and why */
  readonly left: readonly Problem[];
};

/** The engine's answer as boxes of the plan, groups in their order. */
export function proposalOf(plan: InboundPlan, task: ProposalTask, packing: Packing): Proposal {
  const groups = plan.packing?.groups ?? [];
  const packed = groups.flatMap(({ id }) => [
    ...task.cases
      .filter(({ groupId }) => groupId === id)
      .map((box): ProposedBox => ({ box, name: caseName(plan, box) })),
    ...packing.boxes
      .filter((carton) => groupOf(carton, task) === id)
      .map((carton) => proposedBox(carton, id, task)),
  ]);
  const sums = balances(
    groups,
    packed.map(({ box }) => box),
  );
  return {
    boxes: packed,
    count: packed.reduce((sum, { box }) => sum + box.copies, 0),
    units: sums.reduce((sum, balance) => sum + balance.packed, 0),
    expected: sums.reduce((sum, balance) => sum + balance.expected, 0),
    summary: packing.summary,
    left: packing.unpacked.map(unpackedProblem),
  };
}

function caseName({ lines }: InboundPlan, { items }: PlannedBox): string {
  return lines.find((line) => line.sku === items[0]?.sku)?.case?.name ?? '';
}

function groupOf({ items }: PackedCarton, { request }: ProposalTask): string | undefined {
  const goods = request.goods.find(({ sku }) => sku === items[0]?.sku);
  return goods?.group?.split('\u0001')[0];
}

function proposedBox(packed: PackedCarton, groupId: string, task: ProposalTask): ProposedBox {
  const { carton, quantity, items, placements, limit } = packed;
  const { length, width, height, maxWeight } = carton;
  const outside = task.shelf.find(({ name }) => name === carton.name)?.dimensions;
  const weight = { amount: shownWeight(packed.weight, maxWeight), unit: task.units.weight };
  const used = placements.reduce((sum, each) => sum + each.length * each.width * each.height, 0);
  return {
    name: carton.name,
    box: {
      groupId,
      copies: quantity,
      ...optional('dimensions', outside),
      weight,
      items: items.map((item) => ({ ...readKey(item.sku), quantity: item.quantity })),
    },
    picture: {
      room: { length, width, height },
      placements,
      fill: used / (length * width * height),
      limit,
    },
  };
}

/** The SKU and expiry date that a line's name is made of. */
export function readKey(key: string): Omit<BoxItem, 'quantity'> {
  const [sku = '', expiry] = key.split('\u0000');
  return { sku, ...optional('expiry', expiry) };
}

function unpackedProblem({ sku: key, quantity, reason }: Unpacked): Problem {
  const { sku } = readKey(key);
  return problem(whyLeft(reason), { sku, count: quantity });
}

function whyLeft(reason: UnpackedReason): string {
  switch (reason) {
    case 'larger-than-every-box':
      return 'units-larger-than-boxes';
    case 'heavier-than-every-box-allows':
      return 'units-heavier-than-boxes-allow';
    case 'no-full-case':
      return 'units-fill-no-case';
    case 'boxes-out-of-stock':
      return 'units-without-boxes';
  }
}
