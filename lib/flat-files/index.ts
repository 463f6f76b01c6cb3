// Amazon's files, and the files people make of them: bytes to rows and rows to bytes, in every
// encoding and dialect seen. Pure; knows columns and cells, but no orders and no plans.
export { type Encoding } from './detect-encoding.ts';
export { decode, type Decoded, encode } from './encoding.ts';
export {
  type ListingCondition,
  type ListingRow,
  type ListingStatus,
  type ProductIdType,
} from './listing-row.ts';
export { type ListingsReport, readListingsReport } from './listings-report.ts';
export {
  type CasePack,
  type Manifest,
  type ManifestLine,
  type ManifestOwner,
  readManifest,
} from './manifest.ts';
export { type PackList, type PackListItem, readPackList } from './pack-list.ts';
export { type PackListBox } from './pack-list-boxes.ts';
export { type RefusedRow } from './refused-row.ts';
export {
  type ManifestToWrite,
  writeManifestText,
  writeManifestWorkbook,
} from './write-manifest.ts';
export {
  type PackListToWrite,
  writePackListCsv,
  writePackListWorkbook,
} from './write-pack-list.ts';
export { FLAT_FILE_PROBLEMS, type FlatFileProblem } from './problem.ts';
export { readTsv, type Row, tsvRows, writeCsv, writeTsv } from './rows.ts';
