import { type Channel, isReadyForFba, isUnderWay, type Listing } from '#lib/listings';

/** Which listings are still to be declared, and which are on their way or where they should be. */
export function sortListings(listings: readonly Listing[], to: Channel) {
  const isThere = (listing: Listing) =>
    to === 'amazon' ? isReadyForFba(listing) : listing.channel === 'merchant';
  const isOnItsWay = ({ conversion }: Listing) =>
    conversion !== undefined && isUnderWay(conversion.state);
  return {
    open: listings.filter((listing) => !isThere(listing) && !isOnItsWay(listing)),
    moving: listings.filter(isOnItsWay),
    settled: listings.filter((listing) => isThere(listing) && !isOnItsWay(listing)),
  };
}
