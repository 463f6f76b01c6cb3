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
} from './box-label.ts';
export { type Code128, encodeCode128, isCode128Text } from './bars/code128.ts';
export {
  checkItemLabels,
  type ItemLabel,
  type ItemLabelJob,
  type ItemLabelProblem,
  type ItemLabelStock,
  type ItemLabelWarning,
} from './item-label.ts';
export { ITEM_LABEL_SHEETS, type SheetFormat, THERMAL_PRESETS } from './sheets.ts';
export type {
  PackedBox,
  PaperLine,
  PaperSize,
  PaperWords,
  PickPaper,
  ShipmentPaper,
} from './papers/facts.ts';
