// Sending goods to Amazon: the plan, the order of its steps and the rules of each. Rules only, for
// browser and server; what acts is behind the staff door.
export { checkAddress } from './core/address.ts';
export { type Arrangement, arrange } from './core/arrangement.ts';
export {
  BOX_LABEL_FORMATS,
  type BoxLabelFormat,
  boxLabelFormats,
} from './core/box-label-formats.ts';
export {
  ASSUMPTION_FIELDS,
  type AssumptionField,
  assumptionsFor,
  type Costs,
  NO_COSTS,
  readAssumptions,
  typeAssumptions,
  type TypedAssumptions,
} from './core/assumptions.ts';
export { boardRows, type BoardRow } from './core/board-rows.ts';
export { type BoardCarrier, boardOf, type BoardPlacement, type WindowRound } from './core/board.ts';
export { type BoxLimits, boxLimits } from './core/box-limits.ts';
export {
  asTold,
  CONTENT_METHODS,
  contentMethodOf,
  contentMethodsOn,
  type ManualFee,
  manualFee,
} from './core/content-methods.ts';
export {
  type CarrierProposal,
  checkShipDate,
  MIXED,
  OWN_CARRIER,
  parcelProposals,
  PARTNERED,
  proposalsFor,
  proposalsOfShipment,
  SMALL_PARCEL,
  sumOfCarrier,
} from './core/carrier.ts';
export {
  mostTries,
  searchState,
  type SearchState,
  type SearchVerdict,
  standingSearch,
} from './core/culprit-search.ts';
export { type Calendar, type CalendarEvent, writeCalendar } from './core/calendar.ts';
export {
  type ChangedBox,
  checkContentChange,
  type ContentPreview,
  priceOfChange,
  type Tolerance,
  tolerances,
  unitsOf,
  whyContentsStay,
} from './core/content-change.ts';
export { CLAIM_WINDOWS_CHECKED } from './core/claim-windows.ts';
export { type Clock, type ClockKind } from './core/clocks.ts';
export { type Deadline, deadlinesOf } from './core/deadlines.ts';
export {
  boxesFromFactory,
  boxesFromPackList,
  expectedItems,
  groupOfList,
  packListOf,
} from './core/boxes-from-files.ts';
export { boxesFromCases, boxOfTheRest } from './core/fill-boxes.ts';
export {
  BILL_CURRENCIES,
  type BillCharge,
  CHARGE_KINDS,
  type FirstLegBill,
  FREIGHT_WAYS,
  typeBill,
  type TypedBill,
  type TypedCharge,
  USUAL_DIVISOR,
} from './core/first-leg-bill.ts';
export {
  type ForwarderQuote,
  type ForwarderTariff,
  quotesFor,
  TARIFF_FIELDS,
  typeTariff,
  type TypedTariff,
} from './core/forwarder-tariff.ts';
export { type Findings } from './core/findings.ts';
export {
  checkPallets,
  firstFreightDay,
  FREIGHT_CLASSES,
  freightClassOf,
  freightDensity,
  isFreight,
} from './core/freight.ts';
export { checkRecognised, goesByPro } from './core/freight-bill.ts';
export { MAIN_LEG_MODES, readContainers } from './core/main-leg.ts';
export { buildPallets } from './core/pallets.ts';
export { type PalletLimits, palletLimits } from './core/pallet-limits.ts';
export { mayChangeWindow } from './core/windows.ts';
export { type ShelfBox, usualBoxes } from './core/pack-shelf.ts';
export { type Proposal, proposalOf, type ProposedBox, readKey } from './core/proposal.ts';
export {
  CARRIES,
  CASE_WAYS,
  type GoodsWish,
  LIES,
  OBJECTIVES,
  type PackingWish,
  type ProposalTask,
  proposalTask,
  usualWish,
} from './core/proposal-task.ts';
export * from './core/inbound-plan.ts';
export {
  boxCode,
  type ItemCode,
  PACK_COMMANDS,
  PACK_TIMES,
  sizeCode,
  timesCode,
} from './core/pack-codes.ts';
export { type BoxLoad, boxLoad, weightUnitOf } from './core/pack-load.ts';
export {
  boxesFromLog,
  joinLogs,
  type Packed,
  type PackedBox,
  type PackDeed,
  type PackEvent,
  packEventId,
  packEventOf,
  type PackLog,
  type PackScan,
  packedSoFar,
  taughtIn,
} from './core/pack-log.ts';
export {
  type Bench,
  benchOf,
  type Carton,
  scan,
  type ScanContext,
  type ScanOutcome,
  type Signal,
  teach,
} from './core/pack-scan.ts';
export {
  type Assumptions,
  type BoardPoint,
  type Circumstances,
  COST_LINES,
  type CostLine,
  type LandedCosts,
  landedCosts,
  pointKey,
  type Unpriced,
} from './core/landed-cost.ts';
export type { CentreDays, LaneCost } from './core/lane-report.ts';
export { type LeadDays, type LeadTimes } from './core/lead-days.ts';
export { LONGEST_PLAN_NAME } from './core/plan.ts';
export { type Balance, balances, checkBoxes, unitsIn } from './core/packing.ts';
export {
  hasLapsed,
  netFee,
  placementAdvice,
  type PlacementKind,
  placementKind,
} from './core/placement.ts';
export { minimalPlacementFee, type PlacementFeeRange } from './core/placement-fees.ts';
export { allowedOwners, usualPrepTypes } from './core/prep.ts';
export { boxesUnlike, type FoundBox } from './core/read-back.ts';
export {
  checkReceiving,
  isBeingReceived,
  missingUnits,
  receivedLines,
  receivedTotals,
  SHIPMENT_STATUSES,
} from './core/receiving.ts';
export { type Cancelling, cancellingOf, type MoneyKind } from './core/plan-money.ts';
export { labelFaults } from './core/item-labels.ts';
export { markOfBox, whyNotPrinted } from './core/prints.ts';
export {
  currentStep,
  type LockReason,
  needsItemLabels,
  STEP_IDS,
  type StepId,
  type StepState,
  stepStates,
} from './core/steps.ts';
export {
  checkTracking,
  type CourierId,
  couriersOf,
  readTrackingBlock,
  tidyTrackingNumber,
  type TrackingEntry,
} from './core/tracking.ts';
