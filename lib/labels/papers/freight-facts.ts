import type { ShipmentPaper } from './facts.ts';

/** Pallets of one size. */
export type PalletGroup = {
  readonly count: number;
  readonly sizeText: string;
  readonly weightText: string;
  readonly isStackable: boolean;
};

/** What a carrier asks for when a bill of lading is written; texts are ready to print. */
export type FreightPaper = {
  readonly shipment: ShipmentPaper;
  readonly amazonReferenceId?: string;
  readonly billOfLadingNumber?: string;
  readonly freightClass?: string;
  readonly declaredValueText?: string;
  readonly readyDateText?: string;
  readonly goodsText: string;
  readonly boxCount: number;
  readonly totalWeightText: string;
  readonly pallets: readonly PalletGroup[];
};

export type FreightWords = {
  readonly billOfLading: string;
  readonly billOfLadingNumber: string;
  readonly shipment: string;
  readonly amazonReference: string;
  readonly carrier: string;
  readonly readyDate: string;
  readonly freightClass: string;
  readonly declaredValue: string;
  readonly goods: string;
  readonly boxes: string;
  readonly totalWeight: string;
  readonly shipFrom: string;
  readonly shipTo: string;
  readonly pallets: string;
  readonly size: string;
  readonly weightEach: string;
  readonly stackable: string;
  readonly yes: string;
  readonly no: string;
  readonly shipperSignature: string;
  readonly driverSignature: string;
  readonly simulated: string;
  readonly pageOf: (number: number, count: number) => string;
};
