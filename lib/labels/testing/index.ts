// Reads PDFs back as a printer and a scanner would: for tests of labels wherever they are made.
export { aBoxLabel, anItemLabel } from './labels.ts';
export { aShipmentPaper, NAMED_WORDS } from './papers.ts';
export { fontsOf, type PlacedForm, placedForms } from './placed-forms.ts';
export { cut, type FoundCode, openPdf, type Raster, rasterise, scan, textOf } from './read-pdf.ts';
