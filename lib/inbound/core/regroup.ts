import { problem, type Problem } from '#lib/kernel';
import {
  type BoxItem,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
} from './inbound-plan.ts';

/**
 * Puts boxes into the groups that now hold their items. A box whose items went to several groups is
 * taken apart, one box a group, and loses its weight, which no longer holds; items that no group
 * expects are left out. No unit is added.
 */
export function moveBoxesToGroups(
  boxes: readonly PlannedBox[],
  groups: readonly PackingGroup[],
): PlannedBox[] {
  const groupOf = new Map(
    groups.flatMap((group) => group.items.map((item) => [lineKey(item), group.id] as const)),
  );
  const expected = new Map(groups.map((group) => [group.id, new Set(group.items.map(lineKey))]));
  const places = [...new Set(boxes.map(({ groupId }) => groupId))];
  return boxes.flatMap((box) => {
    if (box.items.length === 0) return inPlace(box, groups, places);
    const parts = new Map<string, BoxItem[]>();
    for (const item of box.items) {
      // A group that still expects the item keeps it, for Amazon may split a SKU over groups.
      const key = lineKey(item);
      const groupId = expected.get(box.groupId)?.has(key) ? box.groupId : groupOf.get(key);
      if (groupId !== undefined) parts.set(groupId, [...(parts.get(groupId) ?? []), item]);
    }
    const isWhole = parts.size === 1 && [...parts.values()][0]?.length === box.items.length;
    const { weight, ...rest } = box;
    return [...parts].map(([groupId, items]) => ({
      ...rest,
      groupId,
      items,
      ...(isWhole && weight ? { weight } : {}),
    }));
  });
}

// Nothing says where a box of untold contents belongs: it takes the place that its group had.
function inPlace(
  box: PlannedBox,
  groups: readonly PackingGroup[],
  places: readonly string[],
): readonly PlannedBox[] {
  const own = groups.find(({ id }) => id === box.groupId);
  const group = own ?? groups[places.indexOf(box.groupId)] ?? groups[0];
  return group ? [{ ...box, groupId: group.id }] : [];
}

/** What of the boxes could not go into the groups as it was, box by box, as the boxes were counted. */
export function unlikeBefore(
  boxes: readonly PlannedBox[],
  groups: readonly PackingGroup[],
): readonly Problem[] {
  return boxes.flatMap((box, index) => {
    const parts = moveBoxesToGroups([box], groups);
    const kept = new Set(parts.flatMap(({ items }) => items.map(lineKey)));
    const lost = box.items.filter((item) => !kept.has(lineKey(item)));
    const facts = { box: index + 1, copies: box.copies };
    return [
      parts.length > 1 ? [problem('box-split-by-groups', { ...facts, parts: parts.length })] : [],
      lost.map(({ sku, quantity }) => problem('box-item-left-out', { ...facts, sku, quantity })),
    ].flat();
  });
}

/** A plan whose boxes are told per shipment, now that its shipments and what they hold are known. */
export function groupedByShipment(plan: InboundPlan, groups: readonly PackingGroup[]): InboundPlan {
  const { boxesSentAt: _, ...rest } = plan;
  return {
    ...rest,
    packing: { groups, confirmed: true },
    boxes: moveBoxesToGroups(plan.boxes, groups),
  };
}
