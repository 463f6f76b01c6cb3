// For tests only: orders of a shop of invented buyers.
export { orderOf, itemOf, packageOf, NOON, US, GERMANY, JAPAN } from './orders.ts';
