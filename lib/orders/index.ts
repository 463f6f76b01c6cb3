// Merchant-fulfilled orders, from the moment a buyer checks out to the day the parcel arrives: what
// may be done with an order, by when, and what it does to the account. Rules only; what acts is
// behind the staff door.
export {
  ADJUST_REASONS,
  type Adjustment,
  adjustmentsForMissing,
  type AdjustReason,
  checkAdjustments,
} from './core/adjust.ts';
export { type Availability, availabilityOf, type Demand } from './core/availability.ts';
export { addressLines, type Buyer, type BuyerAddress, type BuyerState } from './core/buyer.ts';
export {
  CANCEL_REASONS,
  type CancelEffect,
  type CancelInput,
  type CancelReason,
  checkCancel,
  effectOfCancel,
  isCancelCounted,
} from './core/cancel.ts';
export {
  type ConfirmFacts,
  type ConfirmFinding,
  type ConfirmFindings,
  checkPackages,
  checkStanding,
  type PackageDraft,
  wholePackage,
} from './core/confirm.ts';
export {
  type Alarm,
  type AlarmKind,
  alarmsOf,
  autoCancelDays,
  deadlinesOf,
  isLabelTooEarly,
  isLateNow,
  type OrderDeadlines,
  STALE_AFTER_MS,
  type Urgency,
} from './core/deadlines.ts';
export { type Guidance, guidanceFor } from './core/guidance.ts';
export { type Counts, lateRateIf, type LookAhead } from './core/metrics.ts';
export {
  hasProgram,
  isCancelAsked,
  isOpen,
  isPending,
  type Order,
  ORDER_STATUSES,
  type OrderItem,
  type OrderPackage,
  type OrderStatus,
  type PackageItem,
  type PackageStatus,
  type ShippingConstraint,
  unitsOpen,
} from './core/order.ts';
export {
  isToldByAmazonAlone,
  type Metric,
  METRICS,
  type Rate,
  rateOf,
  type Span,
  spanOf,
  type Target,
} from './core/rates.ts';
export {
  addDays,
  calendarOf,
  dayOf,
  startOfDay,
  type StoreCalendar,
} from './core/store-calendar.ts';
export { type CarrierMatch, carriersOfNumber } from './core/tracking-number.ts';
export {
  mayFollow,
  type MetricEffect,
  type NoticeKind,
  type Party,
  type Transition,
  type TransitionId,
  transitionOf,
  TRANSITIONS,
} from './core/transitions.ts';
