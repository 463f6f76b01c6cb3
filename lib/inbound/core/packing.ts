import { problem, type Problem } from '#lib/kernel';
import { boxLimits } from './box-limits.ts';
import { checkSize, checkWeight, type Surroundings } from './box-measures.ts';
import { checkMethod, contentMethodOf } from './content-methods.ts';
import { blocking, type Findings, gather, warning } from './findings.ts';
import {
  boxCount,
  type InboundPlan,
  lineKey,
  type PackingGroup,
  type PlannedBox,
} from './inbound-plan.ts';

export { unitsIn } from './box-measures.ts';

/** Hard limit of the schema, and the count above which content has been lost silently (R58). */
export const MOST_BOXES = 5_000;
const MANY_BOXES = 2_000;
const MOST_COPIES = 10_000;
/** Amazon reads at most so many kinds of goods from a 2D barcode (R63, checked 2026-11-23). */
const MOST_KINDS_IN_BARCODE = 100;

/** How far one SKU (with one expiry date) of a packing group is from being packed exactly. */
export type Balance = {
  readonly groupId: string;
  readonly sku: string;
  readonly expiry?: string;
  readonly expected: number;
  readonly packed: number;
};

/** R43: the units of every group against the units in its boxes, one row per SKU and expiry date. */
export function balances(groups: readonly PackingGroup[], boxes: readonly PlannedBox[]): Balance[] {
  return groups.flatMap((group) => {
    const packed = packedUnits(boxes.filter((box) => box.groupId === group.id));
    return group.items.map((item) => ({
      groupId: group.id,
      sku: item.sku,
      ...(item.expiry === undefined ? {} : { expiry: item.expiry }),
      expected: item.quantity,
      packed: packed.get(lineKey(item)) ?? 0,
    }));
  });
}

function packedUnits(boxes: readonly PlannedBox[]): Map<string, number> {
  const packed = new Map<string, number>();
  for (const box of boxes) {
    for (const item of box.items) {
      const key = lineKey(item);
      packed.set(key, (packed.get(key) ?? 0) + item.quantity * box.copies);
    }
  }
  return packed;
}

/**
 * Whether every unit of every group is packed, no more and no fewer, and nothing else is; where Amazon
 * counts the units itself, whether every group has boxes.
 */
export function boxesMeetGroups(plan: InboundPlan): boolean {
  const groups = plan.packing?.groups ?? [];
  if (groups.length === 0) return false;
  if (contentMethodOf(plan) === 'MANUAL_PROCESS') {
    return unboxedGroups(groups, plan.boxes).length === 0;
  }
  return (
    balances(groups, plan.boxes).every((balance) => balance.packed === balance.expected) &&
    holdNoStrangers(groups, plan.boxes)
  );
}

function holdNoStrangers(groups: readonly PackingGroup[], boxes: readonly PlannedBox[]): boolean {
  const members = membersOf(groups);
  return boxes.every((box, index) => strangers(members, box, index).length === 0);
}

type Members = ReadonlyMap<string, ReadonlySet<string>>;

function membersOf(groups: readonly PackingGroup[]): Members {
  return new Map(groups.map(({ id, items }) => [id, new Set(items.map(lineKey))]));
}

/** Everything that can be said about the boxes before Amazon is asked (R38 to R58). */
export function checkBoxes(plan: InboundPlan, boxes: readonly PlannedBox[]): Findings {
  const groups = plan.packing?.groups ?? [];
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const limits = boxLimits(plan.marketplaceId);
  const around = { plan, lines, limits };
  const members = membersOf(groups);
  return gather(
    ...boxes.map((box, index) => checkOnce({ ...around, members }, box, index)),
    blocking(
      ...(contentMethodOf(plan) === 'MANUAL_PROCESS'
        ? unboxedGroups(groups, boxes)
        : balances(groups, boxes).map(imbalance)),
    ),
    checkMethod(plan),
    checkCount(boxCount({ ...plan, boxes })),
  );
}

/** As `checkBoxes`, for boxes that no packing group bounds: of a shipment, whose units are judged apart. */
export function checkEachBox(plan: InboundPlan, boxes: readonly PlannedBox[]): Findings {
  const lines = new Map(plan.lines.map((line) => [lineKey(line), line]));
  const around = { plan, lines, limits: boxLimits(plan.marketplaceId) };
  return gather(
    ...boxes.map((box, index) => checkBox(around, box, index)),
    checkCount(boxes.length),
  );
}

type Around = Surroundings & { readonly members?: Members };
type Checked = { readonly plan: InboundPlan; readonly index: number; readonly findings: Findings };

// Neither plans nor boxes are changed in place: what was found of a box holds while the others of a
// large grid are typed in.
const CHECKED = new WeakMap<PlannedBox, Checked>();

function checkOnce(around: Around, box: PlannedBox, index: number): Findings {
  const { plan } = around;
  const known = CHECKED.get(box);
  if (known?.plan === plan && known.index === index) return known.findings;
  const findings = checkBox(around, box, index);
  CHECKED.set(box, { plan, index, findings });
  return findings;
}

function checkBox(around: Around, box: PlannedBox, index: number): Findings {
  const at = `boxes.${index}`;
  const number = index + 1;
  const method = contentMethodOf(around.plan);
  return gather(
    blocking(
      box.items.length === 0 && method !== 'MANUAL_PROCESS'
        ? problem('box-is-empty', { box: number }, at)
        : undefined,
      box.items.length > MOST_KINDS_IN_BARCODE && method === 'BARCODE_2D'
        ? problem(
            'content-too-many-lines',
            { box: number, count: box.items.length, most: MOST_KINDS_IN_BARCODE },
            at,
          )
        : undefined,
      isWholeWithin(box.copies, MOST_COPIES)
        ? undefined
        : problem('box-copies-out-of-range', { box: number, most: MOST_COPIES }, `${at}.copies`),
      ...box.items.map((item) =>
        isWholeWithin(item.quantity, Number.MAX_SAFE_INTEGER)
          ? undefined
          : problem('box-quantity-not-whole', { box: number, sku: item.sku }, at),
      ),
      ...(around.members ? strangers(around.members, box, index) : []),
      ...notInPlan(around, box, index),
      repeatedSku(box, number, at),
    ),
    checkWeight(around, box, index),
    checkSize(around, box, index),
  );
}

// R38: SKUs of different packing groups never share a box.
function strangers(members: Members, box: PlannedBox, index: number): Problem[] {
  const mine = members.get(box.groupId);
  return box.items
    .filter((item) => mine?.has(lineKey(item)) !== true)
    .map((item) =>
      problem('sku-not-in-group', { box: index + 1, sku: item.sku }, `boxes.${index}`),
    );
}

// The same SKU with two expiry dates never lies in one box (fulfillmentInbound 2024-03-20); named
// twice with the same date it is told to be one row.
function repeatedSku(box: PlannedBox, number: number, at: string): Problem | undefined {
  const seen = new Map<string, string>();
  for (const item of box.items) {
    const key = seen.get(item.sku);
    const facts = { box: number, sku: item.sku };
    if (key === lineKey(item)) return problem('sku-twice-in-box', facts, at);
    if (key !== undefined) return problem('two-expiry-dates-in-box', facts, at);
    seen.set(item.sku, lineKey(item));
  }
  return undefined;
}

// R44: SKU and expiry date in a box are those of the plan.
function notInPlan(around: Surroundings, box: PlannedBox, index: number): Problem[] {
  return box.items
    .filter((item) => !around.lines.has(lineKey(item)))
    .map((item) =>
      problem('box-item-not-in-plan', { box: index + 1, sku: item.sku }, `boxes.${index}`),
    );
}

function unboxedGroups(
  groups: readonly PackingGroup[],
  boxes: readonly PlannedBox[],
): readonly Problem[] {
  const packed = new Set(boxes.map(({ groupId }) => groupId));
  return groups.flatMap(({ id }, index) =>
    packed.has(id) ? [] : [problem('group-without-boxes', { group: index + 1 })],
  );
}

function imbalance(balance: Balance): Problem | undefined {
  const { sku, expected, packed } = balance;
  if (expected === packed) return undefined;
  const code = packed < expected ? 'units-left-to-pack' : 'units-packed-too-many';
  const difference = Math.abs(expected - packed);
  return problem(code, { sku, expected, packed, difference }, `groups.${balance.groupId}.${sku}`);
}

function checkCount(count: number): Findings {
  if (count > MOST_BOXES) return blocking(problem('too-many-boxes', { count, most: MOST_BOXES }));
  if (count > MANY_BOXES) return warning(problem('many-boxes', { count, many: MANY_BOXES }));
  return blocking();
}

function isWholeWithin(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 1 && value <= most;
}
