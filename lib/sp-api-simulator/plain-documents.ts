import type { SimulatorDocuments } from './files.ts';
import { writePdf } from './write-pdf.ts';

/**
 * Labels as bare lines of text in a valid PDF, one page each: for a simulator that runs alone, where
 * nobody scans them. The same facts always give the same bytes.
 */
export const plainDocuments: SimulatorDocuments = {
  boxLabels: async (labels, pageType) =>
    writePdf(
      labels.map((label) => [
        'SIMULATED - not valid for Amazon',
        `${pageType}   Box ${label.number} of ${label.of}   ${label.weight.value} ${label.weight.unit}`,
        `Ship from: ${label.shipFrom.name}, ${label.shipFrom.city} ${label.shipFrom.postalCode}`,
        `Ship to: FBA, ${label.centre}, ${label.shipTo.addressLine1}, ${label.shipTo.city}`,
        label.shipmentName,
        label.boxId,
        ...label.contents.map(({ msku, quantity }) => `${msku}   Qty ${quantity}`),
      ]),
    ),
  itemLabels: async (labels) =>
    writePdf(
      labels.map(({ fnsku, title, condition, copies }) => [
        'SIMULATED - not valid for Amazon',
        fnsku,
        title,
        condition,
        `x ${copies}`,
      ]),
    ),
};
