import type { Address } from '#lib/kernel';
import { type BoxLabelFacts, checkItemLabels } from '#lib/labels';
import { renderBoxLabels, renderItemLabels } from '#lib/labels/server';
import type { BoxLabelFacts as SimulatedBox, SimulatorDocuments } from '#lib/sp-api-simulator';

/** Draws what the simulated Amazon hands out, marked as simulated. */
export const practiceDocuments: SimulatorDocuments = {
  boxLabels: (labels, pageType) => renderBoxLabels(labels.map(boxLabel), pageType),
  itemLabels: async (labels, page) => {
    const stock =
      'pageType' in page
        ? { kind: 'sheet' as const, ...page }
        : { kind: 'thermal' as const, ...page };
    const job = checkItemLabels(labels, stock, 300);
    if (!job.ok) throw new Error(`labels that cannot be drawn: ${job.problems[0]?.code}`);
    return renderItemLabels({ ...job.value, simulated: true });
  },
};

function boxLabel(box: SimulatedBox): BoxLabelFacts {
  return {
    boxId: box.boxId,
    boxNumber: box.number,
    boxCount: box.of,
    weightText: `${box.weight.value} ${box.weight.unit.toLowerCase()}`,
    shipmentName: box.shipmentName,
    shipmentConfirmationId: box.shipmentConfirmationId,
    createdText: new Date(box.createdAt).toISOString().slice(0, 16).replace('T', ' '),
    shipFrom: addressLines(box.shipFrom),
    shipTo: addressLines(box.shipTo),
    warehouseId: box.centre,
    contents: contentsOf(box),
    simulated: true,
  };
}

function contentsOf(box: SimulatedBox): BoxLabelFacts['contents'] {
  const [only, ...others] = box.contents;
  if (only && others.length === 0) {
    const { msku, quantity, expiration } = only;
    return {
      kind: 'single',
      sku: msku,
      quantity,
      ...(expiration === undefined ? {} : { expiryText: expiration }),
    };
  }
  const unitCount = box.contents.reduce((sum, item) => sum + item.quantity, 0);
  return { kind: 'mixed', skuCount: box.contents.length, unitCount };
}

function addressLines(address: Omit<Address, 'phoneNumber'>): string[] {
  const place = [address.city, address.stateOrProvinceCode, address.postalCode];
  return [
    address.name,
    address.companyName,
    address.addressLine1,
    address.addressLine2,
    place.filter(Boolean).join(' '),
    address.countryCode,
  ].filter((line) => line !== undefined && line !== '') as string[];
}
