import { type Answer } from '../answer.ts';
import { handler } from '../call.ts';
import { digestOf } from '../hash.ts';
import { type Effect, failure } from '../operations.ts';
import type { Turn } from '../turn.ts';
import type { BoxRun, Plan, PlanItem } from './entities.ts';
import { refused, startOnPlan, withOpenPlan } from './guards.ts';
import { dropPlacements, groupOf, heaviestBox } from './packing.ts';
import { type BoxInput, type PackageGroupings, SetPackingInformation } from './schemas.ts';
import { acceptedPacking, acceptedPlacement } from './shown.ts';
import { itemWords } from './wire.ts';

// More boxes than this in one plan have only ever ended in internal errors (#4269, #4654).
const MOST_BOXES = 10_000;

const setPackingInformation = handler(
  'inbound',
  'setPackingInformation',
  { body: SetPackingInformation },
  withOpenPlan('SetPackingInformation', (turn, { body }, plan) => {
    const wrong = refusePacking(turn, plan, body.packageGroupings);
    return wrong ?? startOnPlan(turn, plan, 'setPackingInformation', body.packageGroupings);
  }),
);

export const PACK_HANDLERS = [setPackingInformation];

export const setPackingEffect: Effect = (turn, operation) => {
  const plan = turn.world.read('plan', operation.subject);
  if (!plan) return [];
  const groupings = operation.payload as PackageGroupings;
  if (acceptedPlacement(plan)) {
    packShipments(turn, groupings);
    turn.world.put('plan', { ...plan, packed: true, updatedAt: turn.now });
    return [];
  }
  const option = acceptedPacking(plan);
  if (!option || turn.now >= option.expiresAt) return [STALE];
  dropPlacements(turn, plan);
  turn.world.put('packing', {
    id: plan.id,
    groups: groupings.map(({ packingGroupId = '', boxes }) => ({
      groupId: packingGroupId,
      runs: runsOf(packingGroupId, boxes),
    })),
  });
  turn.world.put('plan', { ...plan, packed: true, placementOptions: [], updatedAt: turn.now });
  return [];
};

// The names of boxes follow from what they are, so that sending the same again changes nothing.
export function runsOf(owner: string, boxes: readonly BoxInput[]): BoxRun[] {
  return boxes.map((box, index) => ({
    series: digestOf([owner, index, box]).slice(0, 32),
    first: 1,
    count: box.quantity,
    box,
  }));
}

function packShipments(turn: Turn, groupings: PackageGroupings): void {
  for (const { shipmentId = '', boxes } of groupings) {
    const content = turn.world.read('shipment-content', shipmentId);
    if (content)
      turn.world.put('shipment-content', {
        ...content,
        runs: runsOf(shipmentId, boxes),
        packed: true,
      });
  }
}

function refusePacking(turn: Turn, plan: Plan, groupings: PackageGroupings): Answer | undefined {
  const boxes = groupings.flatMap((grouping) => grouping.boxes);
  if (boxes.reduce((sum, box) => sum + box.quantity, 0) > MOST_BOXES)
    return refused(`An inbound plan cannot have more than ${MOST_BOXES} boxes.`);
  return acceptedPlacement(plan)
    ? refuseByShipment(turn, plan, groupings)
    : refuseByGroup(turn, plan, groupings);
}

function refuseByGroup(turn: Turn, plan: Plan, groupings: PackageGroupings): Answer | undefined {
  const option = acceptedPacking(plan);
  if (!option) return refused('No packing option is confirmed for the inbound plan.');
  const wrongIds = refuseIds(
    groupings.map((grouping) => grouping.packingGroupId),
    option.groupIds,
    groupings.some((grouping) => grouping.shipmentId !== undefined),
  );
  if (wrongIds) return wrongIds;
  for (const { packingGroupId = '', boxes } of groupings) {
    const items = groupOf(turn, plan, packingGroupId)?.items ?? [];
    const wrong = refuseBoxes(plan, `Package group ${packingGroupId}`, items, boxes);
    if (wrong) return wrong;
  }
  return undefined;
}

function refuseByShipment(turn: Turn, plan: Plan, groupings: PackageGroupings): Answer | undefined {
  const shipmentIds = acceptedPlacement(plan)?.shipmentIds ?? [];
  const shipments = shipmentIds.flatMap((id) => turn.world.read('shipment', id) ?? []);
  if (plan.packingOptions.length > 0)
    return refused('Packing information was set before the placement was confirmed.');
  if (shipments.some(({ transport }) => transport))
    return refused('Packing information cannot change after transportation is confirmed.');
  const wrongIds = refuseIds(
    groupings.map((grouping) => grouping.shipmentId),
    shipmentIds,
    groupings.some((grouping) => grouping.packingGroupId !== undefined),
  );
  if (wrongIds) return wrongIds;
  for (const { shipmentId = '', boxes } of groupings) {
    const items = turn.world.read('shipment-content', shipmentId)?.items ?? [];
    const wrong = refuseBoxes(plan, `Shipment ${shipmentId}`, items, boxes);
    if (wrong) return wrong;
  }
  return undefined;
}

// All groups in one call, each once (#4691).
function refuseIds(
  given: readonly (string | undefined)[],
  expected: readonly string[],
  otherKind: boolean,
): Answer | undefined {
  const same = new Set(given).size === given.length && given.length === expected.length;
  if (!otherKind && same && expected.every((id) => given.includes(id))) return undefined;
  return refused(
    `Invalid package grouping ids. Expected exactly all of [${expected.join(', ')}], ` +
      `but received [${given.map((id) => id ?? 'null').join(', ')}].`,
  );
}

function refuseBoxes(
  plan: Plan,
  owner: string,
  items: readonly PlanItem[],
  boxes: readonly BoxInput[],
): Answer | undefined {
  const limit = heaviestBox(plan.marketplaceId, items);
  const heaviest = gramsOf(limit.value, limit.unit) + 0.5;
  for (const box of boxes) {
    const told = box.contentInformationSource === 'BOX_CONTENT_PROVIDED';
    if (told !== (box.items?.length ?? 0) > 0)
      return refused(
        told
          ? 'Boxes with contentInformationSource BOX_CONTENT_PROVIDED must have items.'
          : `Boxes with contentInformationSource ${box.contentInformationSource} must not have items.`,
      );
    const { height, length, width } = box.dimensions;
    if (height <= 0 || length <= 0 || width <= 0 || box.weight.value <= 0)
      return refused('Box dimensions and weight must be greater than zero.');
    if (gramsOf(box.weight.value, box.weight.unit) > heaviest)
      return refused(
        `Box weight ${box.weight.value} ${box.weight.unit} exceeds the maximum of ` +
          `${limit.value} ${limit.unit}.`,
      );
  }
  return refuseQuantities(owner, items, boxes);
}

/** Every unit of the group must be in a box, exactly (#551, #3951). */
export function refuseQuantities(
  owner: string,
  items: readonly PlanItem[],
  boxes: readonly BoxInput[],
): Answer | undefined {
  const expected = new Map<string, number>();
  for (const item of items) add(expected, itemWords(item), item.quantity);
  const actual = new Map<string, number>();
  for (const box of boxes)
    for (const item of box.items ?? []) add(actual, itemWords(item), item.quantity * box.quantity);
  const open = boxes.some((box) => box.contentInformationSource !== 'BOX_CONTENT_PROVIDED');
  const wrong = [...new Set([...expected.keys(), ...actual.keys()])].filter((words) => {
    const [want = 0, have = 0] = [expected.get(words), actual.get(words)];
    return open ? have > want : have !== want;
  });
  if (wrong.length === 0) return undefined;
  const lines = wrong.map(
    (words) =>
      `${words}: expected quantity: ${expected.get(words) ?? 0}, ` +
      `actual quantity: ${actual.get(words) ?? 0}`,
  );
  return refused(
    `${owner} did not contain expected items and/or quantities.\n` +
      `Problem item quantities: \n\n${lines.join(', \n')}`,
  );
}

export function gramsOf(value: number, unit: 'LB' | 'KG'): number {
  return value * (unit === 'LB' ? 453.592_37 : 1000);
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

const STALE = failure(
  'FBA_INB_0364',
  'ERROR: Something went wrong with the placement. Please regenerate packing options and try again.',
);
