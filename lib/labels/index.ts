// What a label holds and whether it will scan: stock, barcodes, text that fits. Pure, for browser
// and server; never draws (see server.ts) and never decides which goods need labels.
export {
  type BoxContentLine,
  type BoxContentProblem,
  type ContentIdType,
  writeBoxContent,
} from './box-content.ts';
export {
  BOX_LABEL_FORMATS,
  type BoxLabelFacts,
  type BoxLabelFormat,
  type BoxLabelProblem,
  checkBoxLabels,
  findBoxLabelFormat,
  type PalletLabelFacts,
} from './box-label.ts';
export { type Code128, encodeCode128, isCode128Text } from './bars/code128.ts';
export {
  checkItemLabels,
  firstPageOf,
  type ItemLabel,
  type ItemLabelJob,
  type ItemLabelProblem,
  type ItemLabelStock,
  type ItemLabelWarning,
} from './item-label.ts';
export { isReprint, type PrintCounts, printedSoFar } from './print-counts.ts';
export {
  checkPrinter,
  PAPER_SIZES,
  type PrinterProblem,
  type PrinterProfile,
  stockNamed,
  stockOfPrinter,
} from './printer.ts';
export { ITEM_LABEL_SHEETS, type SheetFormat, THERMAL_PRESETS } from './sheets.ts';
export type { BenchSheetPaper, BenchSheetWords } from './papers/bench-sheet.tsx';
export type {
  PackedBox,
  PaperLine,
  PaperSize,
  PaperWords,
  PickPaper,
  ShipmentPaper,
} from './papers/facts.ts';
export type { FreightPaper, FreightWords, PalletGroup } from './papers/freight-facts.ts';
export type { GuideBox, GuideLayer, GuidePaper, GuideWords } from './papers/guide-facts.ts';
export type { HandlingMark, HandlingSheet } from './papers/handling-sheet.tsx';
export type {
  PackingSlip,
  PackingSlipLine,
  PackingSlipWords,
} from './papers/packing-slip-facts.ts';
export type { RecordPaper, RecordSection, RecordWords } from './papers/record-facts.ts';
export type { PrepCard, PrepPaper, PrepWords } from './papers/prep-sheet.tsx';
