import 'server-only';

// Staff door: reading and changing listings.
export {
  connectionOfImport,
  marketplaceOfImport,
  connectionOfListing,
  findListings,
  listingsById,
  listingsBySku,
  type ListingPage,
  type ListingQuery,
} from './store.ts';
export { type Imports, importsOf, type ListingsImport } from './import-store.ts';
export { sizePatches } from './amazon.ts';
export { type AmazonFees, amazonFees } from './verbs/amazon-fees.ts';
export {
  type CasePack,
  casePacks,
  removeCasePack,
  saveCasePack,
  type SaveCasePackInput,
} from './verbs/case-packs.ts';
export { carryConversion } from './verbs/carry-conversion.ts';
export {
  CONVERSION_JOB,
  type ConversionEntry,
  type ConversionStart,
  convertListings,
} from './verbs/convert-listings.ts';
export {
  importListingsFile,
  type ImportOutcome,
  type ListingsFile,
} from './verbs/import-listings.ts';
export { FNSKU_JOB, readFnskus } from './verbs/read-fnskus.ts';
export { type RefusedConversions, refusedConversions } from './verbs/refused-conversions.ts';
export { carrySync, SYNC_JOB, syncListings } from './verbs/sync-listings.ts';
