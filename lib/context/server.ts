import 'server-only';

// Staff door: opening a context for a page, an action or a job.
export { act } from './action.ts';
export { type AuditFacts, writeAudit } from './audit.ts';
export { type KnownAddress, removeShipFrom, saveShipFrom, shipFromAddresses } from './addresses.ts';
export {
  connectionsOf,
  connectAmazon,
  createPracticeConnection,
  setStopped,
} from './connections.ts';
export {
  beginConsent,
  type Connecting,
  type ConsentInput,
  finishConsent,
  problemsOfConsent,
} from './consent.ts';
export type { Actor, ChangeQueue, ConnectionFacts, Context, PracticeListing } from './context.ts';
export { type ConnectionHealth, healthOf } from './health.ts';
export { formValues } from './form.ts';
export { recentCalls } from './gateways.ts';
export {
  CONNECTION_COOKIE,
  connectionAtHand,
  contextOf,
  contextOfConnection,
  openContext,
  type PageContext,
} from './open.ts';
export { type AccountContext, openAccount } from './open-account.ts';
export { forbidden } from './permission.ts';
export { exposePractice, practiceAmazon, practicePage } from './practice.ts';
export {
  movePractice,
  type PracticeDesk,
  practiceDesk,
  type PracticeLever,
} from './practice-desk.ts';
export {
  keepLabelList,
  type LabelLine,
  labelList,
  type LabelList,
  type LabelListPrint,
  type LabelListRow,
  labelLists,
  noteLabelListPrint,
  type RefusedLabelCell,
} from './label-lists.ts';
export { removedLabelList, removeLabelList, restoreLabelList } from './remove-label-list.ts';
export { type KnownPrinter, printersOf, removePrinter, savePrinter } from './printers.ts';
