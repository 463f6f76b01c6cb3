import { createHash } from 'node:crypto';

import { z } from 'zod';

import { accepted, badRequest, notFound } from '../answer.ts';
import { handler, list, one, word } from '../call.ts';
import { DOCUMENT_URL_MS, keepFile, presign } from '../presign.ts';
import { listingOfAsin } from './eligibility.ts';

const getListingsRestrictions = handler(
  'restrictions',
  'getListingsRestrictions',
  {
    query: z.object({
      asin: one.pipe(z.string().min(1)),
      sellerId: one,
      marketplaceIds: list(20),
      conditionType: one.optional(),
    }),
  },
  (turn, { query, seller }) => {
    if (query.sellerId !== seller.id)
      return badRequest('restrictions', 'The sellerId is not valid for this token.');
    return accepted({
      restrictions: query.marketplaceIds.flatMap((marketplaceId) => {
        const listing = listingOfAsin(turn, seller.id, marketplaceId, query.asin);
        if (listing?.handling !== 'hazmat') return [];
        return [
          {
            marketplaceId,
            ...(query.conditionType ? { conditionType: query.conditionType } : {}),
            reasons: [
              {
                message: 'You need approval to list this product.',
                reasonCode: 'APPROVAL_REQUIRED',
              },
            ],
          },
        ];
      }),
    });
  },
);

const searchDefinitions = handler(
  'definitions',
  'searchDefinitionsProductTypes',
  { query: z.object({ marketplaceIds: list(1), keywords: list(10).optional() }) },
  (turn, { query, seller }) => {
    const names = new Set(
      turn.world
        .having('listing', `seller ${seller.id}`)
        .flatMap((id) => turn.world.read('listing', id)?.productType ?? []),
    );
    const words = query.keywords?.map((keyword) => keyword.toUpperCase());
    const found = [...names]
      .filter((name) => words?.some((each) => name.includes(each)) ?? true)
      .sort();
    return accepted({
      productTypes: found.map((name) => ({
        name,
        displayName: displayName(name),
        marketplaceIds: query.marketplaceIds,
      })),
      productTypeVersion: VERSION,
    });
  },
);

const getDefinition = handler(
  'definitions',
  'getDefinitionsProductType',
  {
    query: z.object({
      marketplaceIds: list(1),
      sellerId: one.optional(),
      requirements: word(['LISTING', 'LISTING_PRODUCT_ONLY', 'LISTING_OFFER_ONLY']).optional(),
      requirementsEnforced: word(['ENFORCED', 'NOT_ENFORCED']).optional(),
      locale: one.optional(),
    }),
  },
  (turn, { query, seller, parameters, origin }) => {
    const productType = parameters['productType'] ?? '';
    if (!/^[A-Z0-9_]+$/.test(productType))
      return notFound(`The product type ${productType} was not found.`);
    const text = JSON.stringify(schemaOf(productType));
    const fileId = keepFile(turn, { sellerId: seller.id, content: { of: 'json', text } });
    return accepted({
      schema: {
        link: { resource: presign(turn, origin, fileId, DOCUMENT_URL_MS), verb: 'GET' },
        checksum: createHash('md5').update(text).digest('base64'),
      },
      requirements: query.requirements ?? 'LISTING',
      requirementsEnforced: query.requirementsEnforced ?? 'ENFORCED',
      propertyGroups: {
        shipping: {
          title: 'Shipping',
          propertyNames: [
            'fulfillment_availability',
            'item_package_dimensions',
            'item_package_weight',
          ],
        },
        safety_and_compliance: {
          title: 'Safety & Compliance',
          propertyNames: ['batteries_required', 'supplier_declared_dg_hz_regulation'],
        },
      },
      locale: query.locale ?? 'en_US',
      marketplaceIds: query.marketplaceIds,
      productType,
      displayName: displayName(productType),
      productTypeVersion: { version: VERSION, latest: true },
    });
  },
);

export const DEFINITION_HANDLERS = [getListingsRestrictions, searchDefinitions, getDefinition];

const VERSION = 'SIMULATED-2026-11-23';

function displayName(name: string): string {
  return name.charAt(0) + name.slice(1).toLowerCase().replaceAll('_', ' ');
}

/** Only what a conversion to FBA has to know of a product type. */
function schemaOf(productType: string): object {
  const measure = (units: readonly string[]) => ({
    type: 'object',
    required: ['value', 'unit'],
    properties: {
      value: { type: 'number', exclusiveMinimum: 0 },
      unit: { type: 'string', enum: units },
    },
  });
  const lengths = ['inches', 'feet', 'centimeters', 'millimeters', 'meters'];
  const weights = ['pounds', 'ounces', 'kilograms', 'grams'];
  const side = measure(lengths);
  const list = (items: object) => ({ type: 'array', minItems: 1, items });
  const value = (of: object) =>
    list({ type: 'object', required: ['value'], properties: { value: of } });
  return {
    $schema: 'https://json-schema.org/draft/2019-09/schema',
    $id: `https://schemas.amazon.com/selling-partners/definitions/product-types/schema/v1/${productType}`,
    type: 'object',
    properties: {
      fulfillment_availability: list({
        type: 'object',
        required: ['fulfillment_channel_code'],
        properties: {
          fulfillment_channel_code: {
            type: 'string',
            enum: ['DEFAULT', 'AMAZON_NA', 'AMAZON_EU', 'AMAZON_JP', 'AMAZON_IN'],
          },
          quantity: { type: 'integer', minimum: 0 },
        },
      }),
      batteries_required: value({ type: 'boolean' }),
      supplier_declared_dg_hz_regulation: value({
        type: 'string',
        enum: ['ghs', 'storage', 'waste', 'transportation', 'other', 'unknown', 'not_applicable'],
      }),
      item_package_dimensions: list({
        type: 'object',
        required: ['length', 'width', 'height'],
        properties: { length: side, width: side, height: side },
      }),
      item_package_weight: list(measure(weights)),
    },
  };
}
