import 'server-only';

// Staff door: the verbs of a plan, what its pages read, and the job that talks to Amazon for it.
export type { Errand, TranscriptLine } from './errands/errand.ts';
export { ERRAND_JOB } from './errands/enqueue.ts';
export { connectionOfErrand } from './errands/errand-store.ts';
export { type RunOutcome, runErrand } from './errands/run-errand.ts';
export {
  type ChangeContentsInput,
  confirmContents,
  type ConfirmContentsInput,
  contentPreviews,
  previewContents,
} from './verbs/change-contents.ts';
export { type MoneyEntry, moneyOf } from './money-store.ts';
export { PAPER_KINDS, type PaperKind, type PrintEntry, printsOf } from './print-store.ts';
export { connectionOfPlan, lastLookAt, plansAtAmazon } from './store.ts';
export {
  type BoxSize,
  boxSizes,
  removeBoxSize,
  saveBoxSize,
  type SaveBoxSizeInput,
} from './verbs/box-library.ts';
export {
  calendarFeed,
  makeCalendarFeed,
  openCalendarFeed,
  revokeCalendarFeed,
} from './verbs/calendar-feed.ts';
export { cancelPlan, type CancelPlanInput } from './verbs/cancel-plan.ts';
export { clocks, type PlanClock } from './verbs/clocks.ts';
export { changeWindow } from './verbs/change-window.ts';
export { confirmCarrier, offerCarriers } from './verbs/choose-carrier.ts';
export { chooseInventory } from './verbs/choose-inventory.ts';
export {
  type CostOfSku,
  firstLegCostsOfSkus,
  planCosts,
  type PlanCosts,
  saveFirstLegCosts,
  type ShipmentCosts,
} from './verbs/first-leg-costs.ts';
export {
  forwarders,
  type KnownForwarder,
  removeForwarder,
  saveForwarder,
} from './verbs/forwarders.ts';
export { comparePlacements, confirmPlacement, renewPlacement } from './verbs/choose-placement.ts';
export type { PlanRef, Saved } from './verbs/edit-plan.ts';
export { addPhoto, type AddPhotoInput, evidenceFile, type EvidenceFile } from './verbs/evidence.ts';
export { evidence } from './verbs/evidence-facts.ts';
export type { EvidenceWords } from './verbs/evidence-record.ts';
export { type Photo, photoBytes } from './photo-store.ts';
export {
  findCulprit,
  type SearchOffer,
  stopSearch,
  takeOutCulprits,
} from './verbs/find-culprit.ts';
export {
  landedCostBoard,
  type LandedCostBoard,
  type LookUp,
  saveCosts,
} from './verbs/landed-cost.ts';
export {
  type HistoryEntry,
  placementOffers,
  planHistory,
  type PlanView,
  transportOffers,
  viewPlan,
  windowOffers,
} from './verbs/load-plan.ts';
export { type FactoryLayout, factoryLayouts, saveFactoryLayout } from './verbs/factory-layouts.ts';
export { listPlans, type PlanList, type PlanQuery, type PlanRow } from './verbs/list-plans.ts';
export {
  type LabelLine,
  labelLines,
  markLabelled,
  noteItemLabels,
  unmarkLabelled,
} from './verbs/mark-labelled.ts';
export { type BoxLabelLayout, type BoxLabels, printBoxLabels } from './verbs/print-box-labels.ts';
export {
  exchangeScans,
  type ExchangedScans,
  knownItemCodes,
  packTrail,
  type ScanExchange,
  takeStationBoxes,
} from './verbs/pack-station.ts';
export { noteClocks } from './verbs/note-clocks.ts';
export { planAgain } from './verbs/plan-again.ts';
export { type Paper, printPaper } from './verbs/print-paper.ts';
export type { InboundPaperWords } from './verbs/paper-facts.ts';
export { proposeBoxes, type ProposeInput } from './verbs/propose-boxes.ts';
export { glanceAtAmazon, noteForeignChanges, refreshShipments } from './verbs/refresh-shipments.ts';
export { type InboundReports, inboundReports } from './verbs/reports.ts';
export {
  carryDefects,
  connectionOfDefectRead,
  DEFECTS_JOB,
  readDefects,
} from './verbs/read-defects.ts';
export { type Claim, receiving, type Receiving } from './verbs/receiving.ts';
export { renewPacking, saveBoxes, sendBoxes } from './verbs/save-boxes.ts';
export {
  finishPlanDetails,
  savePlanDetails,
  type SavedWithFindings,
  type SavePlanInput,
} from './verbs/save-plan.ts';
export { createAtAmazon, savePrep } from './verbs/save-prep.ts';
export { saveFreight } from './verbs/save-freight.ts';
export { saveMainLeg } from './verbs/save-main-leg.ts';
export { saveTracking } from './verbs/save-tracking.ts';
export { startPlan } from './verbs/start-plan.ts';
export { storeDay } from './verbs/store-day.ts';
export { today, type Today, type TodayPlan, type TodayPlans } from './verbs/today.ts';
