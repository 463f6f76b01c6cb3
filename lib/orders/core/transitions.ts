import { type CanceledBy, isCancelAsked, type Order, type OrderStatus } from './order.ts';

export type TransitionId = `T${number}`;
export type Party = 'buyer' | 'amazon' | 'seller' | 'carrier';

/** What follows from a transition, for the seller's stock, his notices and his metrics. */
export type Transition = {
  readonly id: TransitionId;
  readonly by: Party;
  /** Stock of the listing; `ask` means that the seller decides (R34). */
  readonly stock: 'take' | 'give-back' | 'ask' | 'keep';
  readonly notice?: NoticeKind;
  /** What the metrics see. */
  readonly metric: readonly MetricEffect[];
};

export type NoticeKind =
  | 'new-order'
  | 'cancel-asked'
  | 'auto-canceled'
  | 'undeliverable'
  | 'refunded';
export type MetricEffect =
  | 'enters-denominators'
  | 'counts-as-cancel'
  | 'late-if-after-ship-by'
  | 'enters-tracking'
  | 'is-tracked'
  | 'is-delivered'
  | 'may-be-defect';

const row = (
  id: TransitionId,
  by: Party,
  stock: Transition['stock'],
  {
    notice,
    metric = [],
  }: { readonly notice?: NoticeKind; readonly metric?: readonly MetricEffect[] } = {},
): Transition => ({ id, by, stock, metric, ...(notice === undefined ? {} : { notice }) });

/** The life of an order as Amazon runs it (state of 2026-11-23). */
export const TRANSITIONS: readonly Transition[] = [
  row('T0', 'buyer', 'take'),
  row('T1', 'buyer', 'take'),
  row('T2', 'amazon', 'keep'),
  row('T3', 'buyer', 'give-back'),
  row('T4', 'amazon', 'give-back'),
  row('T5', 'amazon', 'keep'),
  row('T6', 'amazon', 'keep', { notice: 'new-order', metric: ['enters-denominators'] }),
  row('T7', 'buyer', 'keep', { notice: 'cancel-asked' }),
  row('T8', 'seller', 'ask'),
  row('T9', 'seller', 'keep'),
  row('T10', 'seller', 'ask', { metric: ['counts-as-cancel'] }),
  row('T11', 'amazon', 'ask', { notice: 'auto-canceled', metric: ['counts-as-cancel'] }),
  row('T12', 'seller', 'keep', { metric: ['late-if-after-ship-by', 'enters-tracking'] }),
  row('T13', 'seller', 'keep', { metric: ['late-if-after-ship-by', 'enters-tracking'] }),
  row('T14', 'seller', 'keep'),
  row('T15', 'carrier', 'keep', { metric: ['is-tracked'] }),
  row('T16', 'carrier', 'keep', { metric: ['is-delivered'] }),
  row('T17', 'carrier', 'keep', { notice: 'undeliverable', metric: ['may-be-defect'] }),
  row('T18', 'seller', 'keep', { notice: 'refunded' }),
  row('T23', 'seller', 'keep'),
  row('T24', 'amazon', 'keep'),
];

export function transitionOf(id: TransitionId): Transition | undefined {
  return TRANSITIONS.find((transition) => transition.id === id);
}

type Step = { readonly from: OrderStatus; readonly to: OrderStatus; readonly id: TransitionId };

/** The single steps between statuses. A status that no step leaves is final. */
const STEPS: readonly Step[] = [
  { from: 'PENDING_AVAILABILITY', to: 'PENDING', id: 'T2' },
  { from: 'PENDING', to: 'UNSHIPPED', id: 'T6' },
  { from: 'UNSHIPPED', to: 'PARTIALLY_SHIPPED', id: 'T12' },
  { from: 'UNSHIPPED', to: 'SHIPPED', id: 'T13' },
  { from: 'PARTIALLY_SHIPPED', to: 'SHIPPED', id: 'T13' },
];

/** Whether a status can ever come after another, in however many steps. */
export function mayFollow(from: OrderStatus, to: OrderStatus): boolean {
  return from === to || pathBetween(from, to, { isAsked: false }) !== undefined;
}

type Circumstances = { readonly canceledBy?: CanceledBy | undefined; readonly isAsked: boolean };

/** The steps that lead from one status to another; undefined where none do. */
export function pathBetween(
  from: OrderStatus,
  to: OrderStatus,
  circumstances: Circumstances,
): readonly TransitionId[] | undefined {
  if (from === to) return [];
  if (to === 'CANCELLED') return pathToCanceled(from, circumstances);
  for (const step of STEPS) {
    if (step.from !== from) continue;
    // A direct step is shorter than a way over another status.
    const direct = STEPS.find((other) => other.from === from && other.to === to);
    if (direct) return [direct.id];
    const rest = pathBetween(step.to, to, circumstances);
    if (rest) return [step.id, ...rest];
  }
  return undefined;
}

function pathToCanceled(
  from: OrderStatus,
  { canceledBy, isAsked }: Circumstances,
): readonly TransitionId[] | undefined {
  if (from === 'UNSHIPPED' || from === 'PARTIALLY_SHIPPED') {
    if (canceledBy === 'AMAZON') return ['T11'];
    return isAsked || canceledBy === 'BUYER' ? ['T8'] : ['T10'];
  }
  if (from !== 'PENDING' && from !== 'PENDING_AVAILABILITY') return undefined;
  const lead: readonly TransitionId[] = from === 'PENDING_AVAILABILITY' ? ['T2'] : [];
  // A seller cannot cancel what is pending, so the order had left Pending unseen.
  if (canceledBy === 'MERCHANT') return [...lead, 'T6', isAsked ? 'T8' : 'T10'];
  return [...lead, canceledBy === 'BUYER' ? 'T3' : 'T4'];
}

export type Change =
  | { readonly kind: 'happened'; readonly transitions: readonly TransitionId[] }
  /** Amazon tells of something that cannot come after what it told before. */
  | { readonly kind: 'contradiction' };

/** What became of an order between two readings of it, however many steps were missed. */
export function whatHappened(before: Order | undefined, after: Order): Change {
  const isAsked = isCancelAsked(after);
  const start: OrderStatus =
    before?.status ??
    (after.status === 'PENDING_AVAILABILITY' ? 'PENDING_AVAILABILITY' : 'PENDING');
  const path = pathBetween(start, after.status, { canceledBy: after.canceledBy, isAsked });
  if (!path) return after.status === 'UNFULFILLABLE' ? happened([]) : { kind: 'contradiction' };
  const begins: TransitionId[] = before
    ? []
    : [
        start === 'PENDING_AVAILABILITY' ? 'T0' : 'T1',
        ...(after.originalOrderId === undefined ? [] : (['T24'] as const)),
      ];
  const isNewlyAsked = isAsked && !(before && isCancelAsked(before));
  const wasExtended =
    before?.status === 'PENDING' &&
    after.status === 'PENDING' &&
    after.updatedAt > before.updatedAt;
  const isShippedAnyway = isAsked && path.includes('T13');
  return happened([
    ...begins,
    ...(wasExtended ? (['T5'] as const) : []),
    ...path.filter((id) => id === 'T2' || id === 'T6'),
    ...(isNewlyAsked ? (['T7'] as const) : []),
    ...path.filter((id) => id !== 'T2' && id !== 'T6'),
    ...(isShippedAnyway ? (['T9'] as const) : []),
    ...(before && before.verification !== after.verification ? (['T23'] as const) : []),
    ...packageSteps(before, after),
  ]);
}

function happened(transitions: readonly TransitionId[]): Change {
  return { kind: 'happened', transitions: [...new Set(transitions)] };
}

const RETURNED = new Set([
  'RETURNED_TO_SELLER',
  'RETURNING_TO_SELLER',
  'LOST',
  'REJECTED_BY_BUYER',
  'UNDELIVERABLE',
]);

function packageSteps(before: Order | undefined, after: Order): readonly TransitionId[] {
  return after.packages.flatMap((parcel) => {
    const known = before?.packages.find(({ reference }) => reference === parcel.reference);
    const isEdited =
      known && (known.trackingNumber !== parcel.trackingNumber || known.carrier !== parcel.carrier);
    const steps: TransitionId[] = isEdited ? ['T14'] : [];
    if (known?.status === parcel.status && known.detailedStatus === parcel.detailedStatus)
      return steps;
    const isBack = parcel.status === 'UNDELIVERABLE' || RETURNED.has(parcel.detailedStatus ?? '');
    if (isBack) return [...steps, 'T17'];
    if (parcel.status === 'DELIVERED')
      return [...steps, ...(known?.status === 'IN_TRANSIT' ? [] : (['T15'] as const)), 'T16'];
    return parcel.status === 'IN_TRANSIT' ? [...steps, 'T15'] : steps;
  });
}
