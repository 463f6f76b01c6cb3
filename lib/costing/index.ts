// What the first leg of a shipment costs: a forwarder's tariff, and what was paid split to the SKUs, to
// the minor unit. Pure; never says what something ought to cost, and rounds only where it says so.
export {
  type CostLine,
  type CostSheet,
  type CostTerms,
  exchangeMoney,
  type ExchangeRate,
  type FirstLegCharge,
  firstLegCosts,
} from './first-leg.ts';
export { COST_BASES, type CostBasis } from './shares.ts';
export { type Shipped, type ShippedBox, type ShippedSku } from './shipped.ts';
export { splitMoney } from './split-money.ts';
export { quoteTariff, type Tariff, type TariffQuote } from './tariff.ts';
