// For tests only: takes a plan as far along its way as a test needs.
export { carry, type CarryOn, errandOf, takeWay, type WayEnd } from './way.ts';
export { planColumns } from '../store.ts';
export { packingRequest } from '../amazon/requests.ts';
export { aBox, aLine, aPackedPlan, aShipment, aShippedPlan, aTransportOffer } from './plans.ts';
