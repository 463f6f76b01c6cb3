// For tests only: orders of a shop of invented buyers.
export { GERMANY, itemOf, JAPAN, NOON, orderOf, packageOf, US } from './orders.ts';
export { letBuyersCome } from './shop.ts';
