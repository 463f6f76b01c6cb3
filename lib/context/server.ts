import 'server-only';

// Staff door: opening a context for a page, an action or a job.
export { act } from './action.ts';
export { type AuditFacts, writeAudit } from './audit.ts';
export type { Actor, ConnectionFacts, Context } from './context.ts';
export { formValues } from './form.ts';
export { forgetWay, recentCalls, sealContext } from './gateways.ts';
export {
  CONNECTION_COOKIE,
  contextOf,
  contextOfConnection,
  openContext,
  type PageContext,
} from './open.ts';
export { forbidden } from './permission.ts';
export { openPracticeAmazon, practiceAmazon } from './practice.ts';
