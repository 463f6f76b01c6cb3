// Amazon's words for who ships and how (fulfillmentInbound 2024-03-20).
export const PARTNERED = 'AMAZON_PARTNERED_CARRIER';
export const OWN_CARRIER = 'USE_YOUR_OWN_CARRIER';
export const SMALL_PARCEL = 'GROUND_SMALL_PARCEL';
/** Ours: partnered for some shipments, own for others. */
export const MIXED = 'MIXED';
