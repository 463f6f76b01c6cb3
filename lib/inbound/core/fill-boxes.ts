import { type InboundPlan, lineKey, type PackingGroup, type PlannedBox } from './inbound-plan.ts';
import { balances } from './packing.ts';

/** The whole cases that still fit into what is left of a group, as boxes ready to go (R17). */
export function boxesFromCases(
  plan: InboundPlan,
  group: PackingGroup,
  boxes: readonly PlannedBox[],
): PlannedBox[] {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  return leftToPack(group, boxes).flatMap(({ item, left }) => {
    const packed = lines.get(lineKey(item))?.case;
    const copies = packed ? Math.floor(left / packed.unitsPerCase) : 0;
    if (!packed || copies < 1) return [];
    return [
      {
        groupId: group.id,
        copies,
        dimensions: packed.dimensions,
        weight: packed.weight,
        items: [{ ...item, quantity: packed.unitsPerCase }],
      },
    ];
  });
}

/** One box that holds everything of a group that no other box holds yet. */
export function boxOfTheRest(
  group: PackingGroup,
  boxes: readonly PlannedBox[],
): PlannedBox | undefined {
  const rest = leftToPack(group, boxes);
  if (rest.length === 0) return undefined;
  return {
    groupId: group.id,
    copies: 1,
    items: rest.map(({ item, left }) => ({ ...item, quantity: left })),
  };
}

function leftToPack(group: PackingGroup, boxes: readonly PlannedBox[]) {
  return balances([group], boxes)
    .filter(({ expected, packed }) => packed < expected)
    .map(({ sku, expiry, expected, packed }) => ({
      item: { sku, ...(expiry === undefined ? {} : { expiry }) },
      left: expected - packed,
    }));
}
