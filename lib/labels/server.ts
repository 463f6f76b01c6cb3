import 'server-only';

// Renders labels as PDF. Never decides what is printed; never asks Amazon.
export { renderItemLabels, streamItemLabels } from './item-label-stream.ts';
