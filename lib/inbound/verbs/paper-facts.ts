import { formatDate, formatDimensions, formatWeight, type Locale } from '#lib/i18n';
import {
  type Address,
  grams,
  ok,
  optional,
  problem,
  refuse,
  type Result,
  weightOf,
} from '#lib/kernel';
import type {
  BenchSheetPaper,
  BenchSheetWords,
  FreightPaper,
  FreightWords,
  HandlingSheet,
  PackedBox,
  PalletLabelFacts,
  PaperLine,
  PaperWords,
  PickPaper,
  PrepPaper,
  PrepWords,
  ShipmentPaper,
} from '#lib/labels';
import type { BoxContentLabel } from '#lib/labels/server';
import type { InboundPlan, PlanLine, PlanShipment } from '../core/inbound-plan.ts';
import { boxCode, PACK_COMMANDS, PACK_TIMES, sizeCode, timesCode } from '../core/pack-codes.ts';
import type { PackedBox as BoxAtBench } from '../core/pack-log.ts';
import type { PackingGuideWords } from './packing-guide.ts';
import { markOfBox, SIDES_WITH_MARK } from '../core/prints.ts';

/** The words of every paper, in the language of whoever prints. */
export type InboundPaperWords = {
  readonly shipment: PaperWords;
  readonly prep: PrepWords & {
    readonly categoryOf: (category: string) => string;
    readonly stepOf: (type: string) => string;
    readonly labelStep: string;
  };
  readonly freight: FreightWords & { readonly goodsText: string };
  readonly bench: BenchSheetWords & {
    readonly acts: Readonly<Record<keyof typeof PACK_COMMANDS, string>>;
    readonly groups: Readonly<Record<'acts' | 'times' | 'sizes' | 'boxes', string>>;
    readonly timesOf: (times: number) => string;
    readonly boxNumbered: (number: number) => string;
  };
  readonly guide: PackingGuideWords;
};

/** What a paper is made from. */
export type PaperSource = {
  readonly plan: InboundPlan;
  readonly shipment: PlanShipment;
  readonly locale: Locale;
  readonly isPractice: boolean;
};

export function shipmentPaper(source: PaperSource): ShipmentPaper {
  const { plan, shipment, isPractice } = source;
  return {
    shipmentName: shipment.name ?? plan.name,
    ...optional('shipmentConfirmationId', shipment.confirmationId),
    warehouseId: shipment.warehouseId ?? '',
    ...optional('carrierText', shipment.transport?.carrierName),
    shipFrom: addressLines(plan.shipFrom),
    shipTo: addressLines(shipment.destination),
    boxes: inOrder(shipment).map((box, index) => packedBox(source, box, index + 1)),
    simulated: isPractice,
  };
}

// In the order of the box IDs, which Amazon's own lists do not keep.
function inOrder({ boxes }: PlanShipment): PlanShipment['boxes'] {
  return boxes.toSorted((a, b) => ((a.boxId ?? '') < (b.boxId ?? '') ? -1 : 1));
}

function packedBox(
  { plan, locale }: PaperSource,
  box: PlanShipment['boxes'][number],
  boxNumber: number,
): PackedBox {
  const lines = box.items.map(({ sku, quantity, expiry }): PaperLine => {
    const line = lineOf(plan, sku);
    return {
      sku,
      ...optional('fnsku', line?.fnsku),
      title: line?.title ?? '',
      quantity,
      ...optional('expiryText', expiry),
    };
  });
  return {
    ...optional('boxId', box.boxId),
    boxNumber,
    ...optional('weightText', box.weight && formatWeight(locale, box.weight)),
    ...optional('sizeText', box.dimensions && formatDimensions(locale, box.dimensions)),
    ...optional('trackingText', box.tracking),
    lines,
  };
}

export function pickPaper(plan: InboundPlan, isPractice: boolean): PickPaper {
  const lines = plan.lines.map(({ sku, fnsku, title, quantity, expiry }) => ({
    sku,
    ...optional('fnsku', fnsku),
    title,
    quantity,
    ...optional('expiryText', expiry),
  }));
  return { planName: plan.name, lines, simulated: isPractice };
}

export function prepPaper(
  plan: InboundPlan,
  words: InboundPaperWords['prep'],
  isPractice: boolean,
): PrepPaper {
  const cards = plan.lines.map((line) => ({
    sku: line.sku,
    ...optional('fnsku', line.fnsku),
    asin: line.asin,
    title: line.title,
    units: line.quantity,
    categoryText: words.categoryOf(line.prep?.category ?? 'UNKNOWN'),
    steps: stepsOf(line, words),
  }));
  return { planName: plan.name, cards, simulated: isPractice };
}

// What Amazon does, the packer does not.
function stepsOf(line: PlanLine, words: InboundPaperWords['prep']): readonly string[] {
  const labelling = new Set(['ITEM_LABELING', 'ITEM_NO_PREP']);
  const types = (line.prep?.types ?? []).filter((type) => !labelling.has(type));
  return [
    ...(line.prepOwner === 'SELLER' ? types.map(words.stepOf) : []),
    ...(line.labelOwner === 'SELLER' ? [words.labelStep] : []),
  ];
}

export function benchSheetPaper(
  planName: string,
  words: InboundPaperWords['bench'],
  has: {
    readonly cartons: readonly { readonly id: string; readonly name: string }[];
    readonly boxes: readonly BoxAtBench[];
    readonly isPractice: boolean;
  },
): BenchSheetPaper {
  const acts = ['newBox', 'close', 'undo', 'weigh'] as const;
  const groups = [
    {
      title: words.groups.acts,
      codes: acts.map((act) => ({ title: words.acts[act], code: PACK_COMMANDS[act] })),
    },
    {
      title: words.groups.sizes,
      codes: has.cartons.map(({ id, name }) => ({ title: name, code: sizeCode(id) })),
    },
    {
      title: words.groups.boxes,
      codes: has.boxes.flatMap(({ id, isClosed }, index) =>
        isClosed ? [] : [{ title: words.boxNumbered(index + 1), code: boxCode(id) }],
      ),
    },
    {
      title: words.groups.times,
      codes: PACK_TIMES.map((times) => ({ title: words.timesOf(times), code: timesCode(times) })),
    },
  ];
  return {
    planName,
    groups: groups.filter(({ codes }) => codes.length > 0),
    simulated: has.isPractice,
  };
}

/** What the 2D barcodes of a shipment say; none is made up where contents are not known to us. */
export function contentLabels(source: PaperSource): Result<BoxContentLabel[]> {
  const { plan, shipment, isPractice } = source;
  const boxes = inOrder(shipment);
  const unknown = boxes.filter(({ items }) => items.length === 0).length;
  if (unknown > 0) return refuse(problem('box-contents-unknown', { count: unknown }));
  const labels = boxes.map((box, index) => ({
    boxId: box.boxId ?? '',
    boxNumber: index + 1,
    boxCount: boxes.length,
    shipmentConfirmationId: shipment.confirmationId ?? '',
    simulated: isPractice,
    lines: box.items.map(({ sku, quantity, expiry }) => ({
      idType: 'FNSKU' as const,
      id: lineOf(plan, sku)?.fnsku ?? '',
      quantity,
      ...optional('expiryDate', expiry),
    })),
  }));
  return ok(labels);
}

export function handlingSheets({ plan, shipment, locale }: PaperSource): HandlingSheet[] {
  return inOrder(shipment).flatMap((box) => {
    const mark = markOfBox(plan.marketplaceId, box);
    if (!mark || !box.weight) return [];
    return [
      {
        mark,
        weightText: formatWeight(locale, box.weight),
        boxText: box.boxId ?? box.packageId,
        copies: SIDES_WITH_MARK[mark],
      },
    ];
  });
}

export function palletLabels(source: PaperSource, palletCount: number): PalletLabelFacts[] {
  const { plan, shipment, locale, isPractice } = source;
  const skus = new Set(shipment.boxes.flatMap(({ items }) => items.map(({ sku }) => sku)));
  const [only] = skus;
  const unitCount = shipment.items.reduce((sum, { shipped }) => sum + shipped, 0);
  return Array.from({ length: palletCount }, (_, index) => ({
    palletNumber: index + 1,
    palletCount,
    boxCount: shipment.boxes.length,
    unitCount,
    ...optional('sku', skus.size === 1 ? only : undefined),
    shipmentName: shipment.name ?? plan.name,
    shipmentConfirmationId: shipment.confirmationId ?? '',
    createdText: formatDate(locale, plan.createdAt, 'UTC'),
    shipFrom: addressLines(plan.shipFrom),
    shipTo: addressLines(shipment.destination),
    warehouseId: shipment.warehouseId ?? '',
    simulated: isPractice,
  }));
}

export function freightPaper(source: PaperSource, goodsText: string): FreightPaper {
  const { shipment, locale } = source;
  const first = shipment.boxes.find(({ weight }) => weight)?.weight;
  const total = shipment.boxes.reduce((sum, { weight }) => sum + (weight ? grams(weight) : 0), 0);
  const unit = first?.unit ?? 'KG';
  const whole = weightOf(Math.round(unit === 'LB' ? total / 453.592_37 : total / 1_000), unit);
  return {
    shipment: shipmentPaper(source),
    goodsText,
    boxCount: shipment.boxes.length,
    totalWeightText: formatWeight(locale, whole),
    pallets: [],
  };
}

function lineOf(plan: InboundPlan, sku: string): PlanLine | undefined {
  return plan.lines.find((line) => line.sku === sku);
}

function addressLines(address: Address | undefined): string[] {
  if (!address) return [];
  const { city, stateOrProvinceCode, postalCode } = address;
  return [
    address.name,
    address.companyName,
    address.addressLine1,
    address.addressLine2,
    [city, stateOrProvinceCode, postalCode].filter(Boolean).join(' '),
    address.countryCode,
  ].filter((line): line is string => line !== undefined && line !== '');
}
