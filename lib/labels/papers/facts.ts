/** The paper that lies in the printer; a label is the 4 x 6 in of a thermal roll. */
export type PaperSize = 'LETTER' | 'A4' | 'LABEL';

/** The words that stand on papers, in the reader's language. */
export type PaperWords = {
  readonly packList: string;
  readonly pickList: string;
  readonly shipmentSummary: string;
  readonly shipment: string;
  readonly destination: string;
  readonly shipFrom: string;
  readonly shipTo: string;
  readonly carrier: string;
  readonly box: string;
  readonly boxes: string;
  readonly weight: string;
  readonly size: string;
  readonly tracking: string;
  readonly sku: string;
  readonly fnsku: string;
  readonly item: string;
  readonly location: string;
  readonly expiry: string;
  readonly prep: string;
  readonly units: string;
  readonly total: string;
  readonly done: string;
  readonly simulated: string;
  readonly boxOf: (number: number, count: number) => string;
  readonly pageOf: (number: number, count: number) => string;
};

/** One kind of goods on a paper. */
export type PaperLine = {
  readonly sku: string;
  readonly fnsku?: string;
  readonly title: string;
  readonly quantity: number;
  readonly location?: string;
  readonly expiryText?: string;
  readonly prepText?: string;
};

export type PackedBox = {
  readonly boxId?: string;
  readonly boxNumber: number;
  readonly weightText?: string;
  readonly sizeText?: string;
  readonly trackingText?: string;
  readonly lines: readonly PaperLine[];
};

/** A shipment as papers show it; texts are ready to print. */
export type ShipmentPaper = {
  readonly shipmentName: string;
  readonly shipmentConfirmationId?: string;
  readonly warehouseId: string;
  readonly carrierText?: string;
  readonly shipFrom: readonly string[];
  readonly shipTo: readonly string[];
  readonly boxes: readonly PackedBox[];
  readonly simulated: boolean;
};

export type PickPaper = {
  readonly planName: string;
  readonly lines: readonly PaperLine[];
  readonly simulated: boolean;
};

export function unitsOf(lines: readonly PaperLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Lines of all boxes, one per SKU, in the order in which the SKUs first appear. */
export function sumBySku(boxes: readonly PackedBox[]): readonly PaperLine[] {
  const bySku = new Map<string, PaperLine>();
  for (const line of boxes.flatMap(({ lines }) => lines)) {
    const known = bySku.get(line.sku);
    bySku.set(line.sku, known ? { ...known, quantity: known.quantity + line.quantity } : line);
  }
  return [...bySku.values()];
}
