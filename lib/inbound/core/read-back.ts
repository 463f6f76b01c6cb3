import {
  type Dimensions,
  problem,
  type Problem,
  sortedSides,
  tenthsOfNanogram,
  type Weight,
} from '#lib/kernel';
import { type BoxItem, lineKey, type PlannedBox } from './inbound-plan.ts';

/** A box as Amazon lists it, one by one. */
export type FoundBox = {
  readonly dimensions?: Dimensions;
  readonly weight?: Weight;
  readonly items: readonly BoxItem[];
};

type Missing = { readonly index: number; readonly box: PlannedBox; count: number };

/**
 * R59: boxes have been accepted and silently changed or lost, so they are read back and compared,
 * content and measures, with what was sent. Which of equal boxes is which does not matter.
 */
export function boxesUnlike(
  sent: readonly PlannedBox[],
  found: readonly FoundBox[],
): readonly Problem[] {
  const left = new Map<string, FoundBox[]>();
  for (const box of found) {
    const alike = left.get(keyOf(box));
    if (alike) alike.push(box);
    else left.set(keyOf(box), [box]);
  }
  const missing = sent.flatMap((box, index): readonly Missing[] => {
    const there = left.get(keyOf(box))?.splice(0, box.copies).length ?? 0;
    return there < box.copies ? [{ index, box, count: box.copies - there }] : [];
  });
  const strangers = [...left.values()].flat();
  return missing.flatMap((each) => unlike(each, strangers));
}

/** What became of a box that is not there: a stranger that resembles it, or nothing. */
function unlike({ index, box, count }: Missing, strangers: FoundBox[]): readonly Problem[] {
  const at = `boxes.${index}`;
  const facts = { box: index + 1, count };
  const measured = take(strangers, (one) => contentOf(one) === contentOf(box), count);
  if (measured) {
    return [
      sizeOf(measured) === sizeOf(box)
        ? undefined
        : problem('box-size-unlike', facts, `${at}.dimensions`),
      weightOf(measured) === weightOf(box)
        ? undefined
        : problem('box-weight-unlike', facts, `${at}.weight`),
    ].filter((found) => found !== undefined);
  }
  const filled = take(
    strangers,
    (one) => sizeOf(one) === sizeOf(box) && weightOf(one) === weightOf(box),
    count,
  );
  if (!filled) return [problem('box-not-at-amazon', facts, at)];
  return contentsUnlike(box, filled).map(({ sku, sent, found }) =>
    problem('box-content-unlike', { ...facts, sku, sent, found }, at),
  );
}

/** The first of the boxes that is so; as many of them are used up as are missing. */
function take(
  strangers: FoundBox[],
  isSo: (box: FoundBox) => boolean,
  count: number,
): FoundBox | undefined {
  const taken = strangers.filter(isSo).slice(0, count);
  for (const box of taken) strangers.splice(strangers.indexOf(box), 1);
  return taken[0];
}

function contentsUnlike(box: PlannedBox, found: FoundBox) {
  const units = ({ items }: { readonly items: readonly BoxItem[] }) =>
    new Map(items.map((item) => [lineKey(item), item]));
  const [mine, theirs] = [units(box), units(found)];
  return [...new Map([...mine, ...theirs])]
    .map(([key, { sku }]) => ({
      sku,
      sent: mine.get(key)?.quantity ?? 0,
      found: theirs.get(key)?.quantity ?? 0,
    }))
    .filter((item) => item.sent !== item.found);
}

function keyOf(box: FoundBox): string {
  return `${contentOf(box)}\u0002${measuresOf(box)}`;
}

/** Size and weight, by which alone Amazon knows a box of untold contents. */
export function measuresOf(box: Pick<FoundBox, 'dimensions' | 'weight'>): string {
  return `${sizeOf(box)}\u0002${weightOf(box)}`;
}

function contentOf({ items }: FoundBox): string {
  return items
    .map((item) => `${lineKey(item)}\u0001${item.quantity}`)
    .toSorted()
    .join('\u0001');
}

// Whatever unit it is told in, and whichever side is called the length.
function sizeOf({ dimensions }: Pick<FoundBox, 'dimensions'>): string {
  return dimensions ? sortedSides(dimensions).join(' ') : '';
}

function weightOf({ weight }: Pick<FoundBox, 'weight'>): string {
  return weight ? String(tenthsOfNanogram(weight)) : '';
}
