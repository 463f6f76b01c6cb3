import 'server-only';

// Renders labels as PDF. Never decides what is printed; never asks Amazon.
export { type BoxContentLabel, renderBoxContentLabels } from './documents/box-content-document.ts';
export { renderBoxLabels, renderPalletLabels } from './documents/box-label-document.ts';
export { renderItemLabels, streamItemLabels } from './documents/item-label-stream.ts';
export { renderBenchSheet } from './papers/bench-sheet.tsx';
export { renderContentsLabels } from './papers/contents-label.tsx';
export { renderFreightSheet } from './papers/freight-sheet.tsx';
export { renderHandlingSheets } from './papers/handling-sheet.tsx';
export { renderPackingGuide } from './papers/packing-guide.tsx';
export { renderPackingSlips } from './papers/packing-slip.tsx';
export { renderPrepInstructions } from './papers/prep-sheet.tsx';
export { renderPackLists, renderPickList, renderShipmentSummary } from './papers/papers.tsx';
export { renderRecord } from './papers/record.tsx';
export type { Symbology } from './bars/symbol.ts';
export { verifyItemLabels } from './documents/verify.ts';
export { renderPreview } from './reading/preview.ts';
export { relayoutLabels } from './relayout/relayout-aside.ts';
export type {
  Progress,
  Relaid,
  RelayoutProblem,
  RelayoutRequest,
  RelayoutWarning,
} from './relayout/relayout.ts';
export { renderTestSheet } from './documents/test-sheet.ts';
