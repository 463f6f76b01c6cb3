import { z } from 'zod';

import { accepted, badRequest } from '../answer.ts';
import { handler, list, one } from '../call.ts';
import type { Listing } from '../listings/entities.ts';
import { prepRuleOf } from '../listings/prep.ts';
import type { Turn } from '../turn.ts';

const WORDS: Readonly<Record<string, string>> = {
  ITEM_POLYBAGGING: 'Polybagging',
  ITEM_BUBBLEWRAP: 'BubbleWrapping',
  ITEM_TAPING: 'Taping',
  ITEM_BLACK_SHRINKWRAP: 'BlackShrinkWrapping',
  ITEM_LABELING: 'Labeling',
  ITEM_HANG_GARMENT: 'HangGarment',
  ITEM_SETCREAT: 'SetCreation',
  ITEM_BOXING: 'Boxing',
  ITEM_RMOVHANG: 'RemoveFromHanger',
  ITEM_DEBUNDLE: 'Debundle',
  ITEM_SUFFOSTK: 'SuffocationStickering',
  ITEM_CAP_SEALING: 'CapSealing',
  ITEM_SETSTK: 'SetStickering',
  ITEM_BLANKSTK: 'BlankStickering',
  ITEM_SIOC: 'ShipsInProductPackaging',
  ITEM_NO_PREP: 'NoPrep',
};

const getPrepInstructions = handler(
  'inbound-v0',
  'getPrepInstructions',
  {
    query: z.object({
      ShipToCountryCode: one.pipe(z.string().regex(/^[A-Z]{2}$/)),
      SellerSKUList: list(50).optional(),
      ASINList: list(50).optional(),
    }),
  },
  (turn, { query, seller }) => {
    if (!query.SellerSKUList === !query.ASINList)
      return badRequest('inbound-v0', 'Either SellerSKUList or ASINList is required.');
    const own = turn.world
      .having('listing', `seller ${seller.id}`)
      .flatMap((id) => turn.world.read('listing', id) ?? []);
    const bySku = (query.SellerSKUList ?? []).map((sku) => ({
      key: sku,
      listing: own.find((each) => each.sku === sku),
    }));
    const byAsin = (query.ASINList ?? []).map((asin) => ({
      key: asin,
      listing: own.find((each) => each.asin === asin),
    }));
    return accepted({
      payload: {
        SKUPrepInstructionsList: bySku.flatMap(({ key, listing }) =>
          listing ? [{ SellerSKU: key, ...instructions(turn, listing) }] : [],
        ),
        InvalidSKUList: bySku.flatMap(({ key, listing }) =>
          listing ? [] : [{ SellerSKU: key, ErrorReason: 'DoesNotExist' }],
        ),
        ASINPrepInstructionsList: byAsin.flatMap(({ listing }) =>
          listing ? [instructions(turn, listing)] : [],
        ),
        InvalidASINList: byAsin.flatMap(({ key, listing }) =>
          listing ? [] : [{ ASIN: key, ErrorReason: 'InvalidASIN' }],
        ),
      },
    });
  },
);

export const V0_PREP_HANDLERS = [getPrepInstructions];

function instructions(turn: Turn, listing: Listing): object {
  const rule = prepRuleOf(turn, listing);
  const original = listing.fnsku !== undefined && listing.fnsku === listing.asin;
  const prepped = rule.prepOwners.every((owner) => owner !== 'NONE');
  return {
    ASIN: listing.asin,
    BarcodeInstruction: original ? 'CanUseOriginalBarcode' : 'RequiresFNSKULabel',
    PrepGuidance:
      rule.category === 'UNKNOWN'
        ? 'ConsultHelpDocuments'
        : prepped
          ? 'SeePrepInstructionsList'
          : 'NoAdditionalPrepRequired',
    PrepInstructionList: rule.types.flatMap((type) => WORDS[type] ?? []),
  };
}
