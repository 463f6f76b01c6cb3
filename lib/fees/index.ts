// What Amazon takes for storing and sending a unit, by dated tables of its published cards: size
// tiers and fulfilment fees. Pure; never asks Amazon, and says where its tables end.
export { CARD, type FulfilmentFee, fulfilmentFee } from './fulfilment-card.ts';
export { billedPounds, isStandardSize, type SizeTier, sizeTier } from './size-tier.ts';
