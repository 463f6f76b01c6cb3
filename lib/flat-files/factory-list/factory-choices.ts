/** What a column of a factory's packing list holds. */
export const FACTORY_FIELDS = [
  'sku',
  'fnsku',
  'asin',
  'barcode',
  'item',
  'description',
  'colour',
  'variant',
  'carton-numbers',
  'carton-from',
  'carton-to',
  'cartons',
  'units',
  'units-per-carton',
  'units-in-all',
  'gross',
  'gross-per-carton',
  'gross-in-all',
  'net',
  'size',
  'length',
  'width',
  'height',
  'volume',
  'expiry',
] as const;
export type FactoryField = (typeof FACTORY_FIELDS)[number];

export const FACTORY_LENGTH_UNITS = ['CM', 'MM', 'M', 'IN'] as const;
export type FactoryLengthUnit = (typeof FACTORY_LENGTH_UNITS)[number];
/** `JIN` is the Chinese pound of half a kilogram. */
export const FACTORY_WEIGHT_UNITS = ['KG', 'G', 'JIN', 'LB', 'OZ'] as const;
export type FactoryWeightUnit = (typeof FACTORY_WEIGHT_UNITS)[number];

/** Whether a figure stands for one carton or for all cartons of its line. */
export const SCOPES = ['per-carton', 'in-all'] as const;
export type Scope = (typeof SCOPES)[number];
/** Whether a carton number met again is the same carton, or the count began anew. */
export const NUMBERINGS = ['shared', 'anew'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/**
 * How a factory's list is to be understood where it does not say so itself. What a person has
 * settled for one list of a factory is given along with the next, and found by header texts.
 */
export type FactoryChoices = {
  /** By the header as `headerKey` writes it; `none` leaves a column unread. */
  readonly columns?: Readonly<Record<string, FactoryField | 'none'>>;
  /** The factory's name of an item, as `itemKey` writes it, to our SKU. */
  readonly items?: Readonly<Record<string, string>>;
  readonly quantity?: Scope;
  readonly gross?: Scope;
  readonly numbering?: Numbering;
  readonly lengthUnit?: FactoryLengthUnit;
  readonly weightUnit?: FactoryWeightUnit;
};

/** `stated` by the list itself, `proved` by its figures, and so on down to a mere guess. */
export type Certainty = 'chosen' | 'stated' | 'proved' | 'remembered' | 'likely' | 'guess';

export type EvidenceKind =
  | 'chosen'
  | 'remembered'
  | 'header'
  | 'cells'
  | 'balances'
  | 'total-row'
  | 'divides'
  | 'volume'
  | 'magnitude'
  | 'own-figures'
  | 'same-quantity'
  | 'similar-name'
  | 'usual';

/** Why something was understood as it was: the kind of reason, and the figures behind it. */
export type Evidence = {
  readonly kind: EvidenceKind;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type InferenceAbout =
  | 'column'
  | 'item'
  | 'quantity'
  | 'gross'
  | 'numbering'
  | 'length-unit'
  | 'weight-unit'
  | 'carton-dates'
  | 'blank-cartons';

/** Something the list did not say outright. A choice of the same name changes it. */
export type Inference = {
  readonly about: InferenceAbout;
  /** The header or the item it is about, where there are several. */
  readonly subject?: string;
  readonly value: string;
  /** What it may be changed to; empty where only the list itself can be mended. */
  readonly options: readonly string[];
  readonly certainty: Certainty;
  readonly evidence: Evidence;
};

/** A header as choices name it: without case, width and the kind of space. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A name of an item as it is compared: letters and digits alone. */
export function itemKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
