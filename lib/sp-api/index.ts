// The one way to Amazon's Selling Partner API: tokens, turns, attempts, and errors as values.
// It is handed a transport, real HTTPS or the simulator, and never decides what a seller wants.
export {
  type AmazonAnswer,
  type AmazonFailure,
  type AmazonMessage,
  type FailureKind,
  OWN_CODES,
  type OwnCode,
} from './answer.ts';
export { type CodeExchange, type ConsentLink, consentUrl, exchangeCode } from './authorisation.ts';
export { type AmazonCode, AMAZON_CODES, amazonCode, type CodeTopic } from './codes.ts';
export { type Effect, effectOf, safeToRepeat } from './effects.ts';
export { createGateway, type Gateway } from './gateway.ts';
export {
  type OperationProblem,
  operationProblems,
  quotedResource,
  type Resource,
} from './operation-problems.ts';
export type { CallRecord, Credentials, GatewayOptions, Transport } from './options.ts';
export { type OwnerRequirement, ownerRequirements } from './owner-requirements.ts';
export type { MarketplaceParticipation } from './sellers.ts';
export type { Wrapped } from './wrap.ts';
