// A seller's listings and their way between merchant-fulfilled and FBA. Rules only; what acts is
// behind the staff door.
export { checkCasePack, LONGEST_CASE_NAME, MOST_CASE_PACKS } from './core/case-pack.ts';
export { checkConversion, isUnderWay } from './core/conversion.ts';
export {
  type Barcode,
  type Batteries,
  type Channel,
  CONVERSION_STATES,
  type ConversionProgress,
  type ConversionRequest,
  type ConversionState,
  type DangerousGoods,
  isReadyForFba,
  type Listing,
} from './core/listing.ts';
