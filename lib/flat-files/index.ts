// Amazon's files, and the files people make of them: bytes to rows and rows to bytes, in every
// encoding and dialect seen. Pure; knows columns and cells, but no orders and no plans.
export {
  type CarrierTable,
  proposeMapping,
  readCarrierTable,
  sufficesForAmazon,
} from './confirmation/carrier-table.ts';
export { type Carriers, carriersOf } from './confirmation/carriers.ts';
export {
  checkConfirmation,
  type CheckAgainst,
  type ConfirmationCheck,
  type ConfirmationFinding,
} from './confirmation/check-confirmation.ts';
export {
  CLASSIC_FIELDS,
  CONFIRMATION_FIELDS,
  type ConfirmationField,
} from './confirmation/confirmation-columns.ts';
export {
  CONFIRMATION_PROBLEMS,
  type ConfirmationProblem,
} from './confirmation/confirmation-problem.ts';
export {
  type ProcessingReport,
  readProcessingReport,
} from './confirmation/processing-report.ts';
export {
  type ConfirmationFile,
  type ConfirmationMapping,
  type ConfirmationRow,
  readConfirmation,
} from './confirmation/read-confirmation.ts';
export {
  type OpenItem,
  readUnshipped,
  type UnshippedReport,
} from './confirmation/read-unshipped.ts';
export { carriersFitting, fitsCarrier } from './confirmation/tracking-formats.ts';
export { type ExpectedItem } from './factory-list/expected-items.ts';
export { type FactoryBalance, type UnknownItem } from './factory-list/factory-balance.ts';
export { type FactoryCarton } from './factory-list/factory-cartons.ts';
export {
  type Certainty,
  type Evidence,
  FACTORY_FIELDS,
  FACTORY_LENGTH_UNITS,
  FACTORY_WEIGHT_UNITS,
  type FactoryChoices,
  type FactoryField,
  headerKey,
  type Inference,
  itemKey,
  NUMBERINGS,
  SCOPES,
} from './factory-list/factory-choices.ts';
export { factoryMapping } from './factory-list/factory-mapping.ts';
export {
  type FactoryList,
  type FactoryListInput,
  readFactoryList,
} from './factory-list/read-factory-list.ts';
export { type Encoding } from './detect-encoding.ts';
export { decode, type Decoded, encode } from './encoding.ts';
export {
  type LabelField,
  type LabelTable,
  type LabelTableRow,
  readLabelTable,
} from './label-table.ts';
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
export { type OrderRow, type OrderRowBuyer, type OrderRows, readOrderRows } from './order-rows.ts';
export { type PackList, type PackListItem, readPackList, type RefusedCell } from './pack-list.ts';
export { type PackListBox } from './pack-list-boxes.ts';
export {
  ADJUSTMENT_FIELDS,
  type AdjustmentField,
  type AdjustmentRow,
  type CancellationField,
  type CancellationRow,
  type OrderActFile,
  readOrderActs,
} from './order-acts/read-order-acts.ts';
export { orderIdMeant } from './confirmation/check-cells.ts';
export { markedCopy, type Note, type TextDialect } from './marked-copy.ts';
export { placeName } from './workbook/cell-place.ts';
export { type CellNote, markedWorkbook } from './workbook/marked-workbook.ts';
export { readPastedBlock } from './pasted-block.ts';
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
export { attribute, escapeXml, type XmlEvent, xmlEvents } from './workbook/xml.ts';
export { readTrackingTable, type TrackingRow } from './tracking-table.ts';
export { type NewCell, type NewSheet, writeWorkbook } from './workbook/write-workbook.ts';
export { readTsv, type Row, tsvRows, writeCsv, writeTsv } from './rows.ts';
