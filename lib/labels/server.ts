import 'server-only';

// Renders labels as PDF. Never decides what is printed; never asks Amazon.
export { type BoxContentLabel, renderBoxContentLabels } from './box-content-document.ts';
export { renderBoxLabels } from './box-label-document.ts';
export { renderItemLabels, streamItemLabels } from './item-label-stream.ts';
export { renderPackLists, renderPickList, renderShipmentSummary } from './papers/papers.tsx';
export type { Symbology } from './symbol.ts';
export { verifyItemLabels } from './verify.ts';
export { renderTestSheet } from './test-sheet.ts';
