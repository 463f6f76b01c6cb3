import type { Picture } from '#lib/cartonization';
import type { PaperLine } from './facts.ts';

/** A picture whose pieces bear the letters of their SKUs. */
export type MarkedPicture = { readonly picture: Picture; readonly marks: readonly string[] };

/** What is laid at one height, seen from above; texts are ready to print. */
export type GuideLayer = {
  readonly title: string;
  readonly plan: MarkedPicture;
  readonly lines: readonly {
    readonly mark: string;
    readonly sku: string;
    readonly countText: string;
    readonly laidText: string;
  }[];
};

/** How boxes of one kind are packed; without a picture where no arrangement was found. */
export type GuideBox = {
  readonly title: string;
  readonly copiesText: string;
  readonly sizeText?: string;
  readonly weightText?: string;
  readonly whole?: MarkedPicture;
  readonly layers: readonly GuideLayer[];
  readonly lines: readonly PaperLine[];
};

export type GuidePaper = {
  readonly planName: string;
  readonly boxes: readonly GuideBox[];
  readonly simulated: boolean;
};

export type GuideWords = {
  readonly packingGuide: string;
  readonly plan: string;
  readonly size: string;
  readonly weight: string;
  readonly copies: string;
  readonly noPicture: string;
  readonly sku: string;
  readonly item: string;
  readonly units: string;
  readonly total: string;
  readonly simulated: string;
  readonly pageOf: (number: number, count: number) => string;
};
