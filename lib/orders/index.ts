// Merchant-fulfilled orders, from the moment a buyer checks out to the day the parcel arrives: what
// may be done with an order, by when, and what it does to the account. Rules only.
export { type CarrierMatch, carriersOfNumber } from './core/tracking-number.ts';
