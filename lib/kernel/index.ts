// The words every room speaks: results and problems, measures, money, time, marketplaces.
// Imports nothing and touches nothing outside itself.
export { type Address } from './address.ts';
export { dateOfEpochDay, epochDay, epochDayOf, readEpochDay, weekdayOf } from './calendar.ts';
export { type Clock, DAY, HOUR, type Instant, MINUTE, SECOND } from './clock.ts';
export { readDecimal, writeDecimal } from './decimal.ts';
export { blocking, type Findings, gather, warning } from './findings.ts';
export { invariant, unreachable } from './invariant.ts';
export {
  type Marketplace,
  marketplaceById,
  MARKETPLACES,
  type Region,
  sellerCentralOf,
} from './marketplace.ts';
export * from './measure.ts';
export {
  addMoney,
  type Money,
  money,
  moneyFromDecimal,
  minorPlaces,
  sumMoney,
  toDecimal,
} from './money.ts';
export { optional } from './optional.ts';
export { type Fact, problem, type Problem } from './problem.ts';
export { ok, refuse, type Result } from './result.ts';
export * from './typed-measure.ts';
