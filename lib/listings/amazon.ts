import {
  type Dimensions,
  marketplaceById,
  optional,
  problem,
  type Problem,
  toNumber,
  type Weight,
} from '#lib/kernel';
import type { Issue, Item, PatchOperation } from '@sp-api-sdk/listings-items-api-2021-08-01';
import type { ConversionRequest } from './core/listing.ts';

/** The code of merchant fulfilment; FBA's differs by region (Listings Items 2021-08-01). */
const MERCHANT_CHANNEL = 'DEFAULT';

export type PatchFacts = {
  readonly marketplaceId: string;
  /** the channel codes that the listing has now */
  readonly channels: readonly string[];
};

/**
 * The patch that changes a listing over. Both channel entries are named, because a replace alone
 * has been seen to add FBA beside merchant fulfilment (issue thread 2061); FBA takes no quantity (R10).
 */
export function conversionPatches(request: ConversionRequest, facts: PatchFacts): PatchOperation[] {
  const fba = marketplaceById(facts.marketplaceId)?.channel ?? 'AMAZON_NA';
  const target = request.to === 'amazon' ? fba : MERCHANT_CHANNEL;
  const stale = facts.channels.filter((channel) => channel !== target);
  return [
    ...stale.map((channel) => ({
      op: 'delete' as const,
      path: '/attributes/fulfillment_availability',
      value: [{ fulfillment_channel_code: channel }],
    })),
    {
      op: 'replace',
      path: '/attributes/fulfillment_availability',
      value: [
        {
          fulfillment_channel_code: target,
          ...(request.to === 'merchant' ? { quantity: request.quantity ?? 0 } : {}),
        },
      ],
    },
    ...(request.to === 'amazon' ? declarations(request, facts.marketplaceId) : []),
  ];
}

function declarations(request: ConversionRequest, marketplaceId: string): PatchOperation[] {
  const attribute = (name: string, value: Readonly<Record<string, unknown>>): PatchOperation => ({
    op: 'replace',
    path: `/attributes/${name}`,
    value: [{ ...value, marketplace_id: marketplaceId }],
  });
  const regulation = request.dangerousGoods === 'not-applicable' ? 'not_applicable' : 'ghs';
  return [
    attribute('batteries_required', { value: request.batteries !== 'none' }),
    ...(request.batteries === 'none'
      ? []
      : [attribute('batteries_included', { value: request.batteries === 'included' })]),
    attribute('supplier_declared_dg_hz_regulation', { value: regulation }),
    ...sizePatches(request, marketplaceId),
  ];
}

/** The outer size and weight of one unit, in the units they were entered in. */
export function sizePatches(
  size: { readonly dimensions?: Dimensions; readonly weight?: Weight },
  marketplaceId: string,
): PatchOperation[] {
  const { dimensions, weight } = size;
  const patches: PatchOperation[] = [];
  if (dimensions) {
    const unit = dimensions.unit === 'IN' ? 'inches' : 'centimeters';
    const side = (amount: number) => ({ value: toNumber(amount), unit });
    patches.push({
      op: 'replace',
      path: '/attributes/item_package_dimensions',
      value: [
        {
          length: side(dimensions.length),
          width: side(dimensions.width),
          height: side(dimensions.height),
          marketplace_id: marketplaceId,
        },
      ],
    });
  }
  if (weight) {
    const unit = weight.unit === 'LB' ? 'pounds' : 'kilograms';
    patches.push({
      op: 'replace',
      path: '/attributes/item_package_weight',
      value: [{ value: toNumber(weight.amount), unit, marketplace_id: marketplaceId }],
    });
  }
  return patches;
}

/** What Amazon knows of a listing, as far as it goes beyond the report. */
export type ItemFacts = {
  readonly productType: string;
  readonly channels: readonly string[];
  readonly fnsku?: string;
  readonly asin?: string;
  readonly title?: string;
};

export function readItem(item: Item, marketplaceId: string): ItemFacts {
  const summary = item.summaries?.find((candidate) => candidate.marketplaceId === marketplaceId);
  const type = item.productTypes?.find((candidate) => candidate.marketplaceId === marketplaceId);
  return {
    productType: summary?.productType ?? type?.productType ?? 'PRODUCT',
    channels: (item.fulfillmentAvailability ?? []).map(
      (availability) => availability.fulfillmentChannelCode,
    ),
    ...optional('fnsku', summary?.fnSku),
    ...optional('asin', summary?.asin),
    ...optional('title', summary?.itemName),
  };
}

/** R58-like read-back: FBA and nothing but FBA, or merchant fulfilment and nothing else. */
export function isConverted(facts: ItemFacts, request: ConversionRequest): boolean {
  const isMerchant = (channel: string) => channel === MERCHANT_CHANNEL;
  return request.to === 'amazon'
    ? facts.channels.length > 0 && !facts.channels.some(isMerchant)
    : facts.channels.length > 0 && facts.channels.every(isMerchant);
}

/** What Amazon says against a listing; warnings and information do not stop a conversion. */
export function issueProblems(issues: readonly Issue[] | undefined, sku: string): Problem[] {
  return (issues ?? [])
    .filter((issue) => issue.severity === 'ERROR')
    .map((issue) =>
      problem(
        'amazon-refused',
        {
          amazonCode: issue.code,
          amazonMessage: issue.message,
          subject: sku,
          ...optional('attributes', issue.attributeNames),
        },
        `listings.${sku}`,
      ),
    );
}
