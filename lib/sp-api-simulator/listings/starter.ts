import { DAY, invariant, marketplaceById } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import type { SimulatorListing } from './add.ts';
import type { Handling } from './entities.ts';

// A small shop as one finds it: most offers fulfilled by the merchant, some by Amazon, and one of
// every kind that makes trouble on the way to a warehouse. sku | title | product type | handling |
// condition | price in cents | quantity | F (Amazon) or M (merchant) | L x W x H in, lb | what
// blocks it, or UNKNOWN where Amazon has not classified its prep
const TABLE = `
MUG-STN-12|Stoneware Coffee Mug, 12 oz, Speckled Grey|DRINKING_CUP|fragile|new_new|1499|84|M|5x5x4.5 1.1|
MUG-STN-12-4|Stoneware Coffee Mugs, Set of 4, Speckled Grey|DRINKING_CUP|fragile|new_new|4299|31|F|11x11x5 4.6|
BTL-SS-750|Insulated Steel Water Bottle, 750 ml, Matte Black|BOTTLE|standard|new_new|2195|140|M|11x3.5x3.5 1.2|
BTL-SS-500|Insulated Steel Water Bottle, 500 ml, Sage|BOTTLE|standard|new_new|1895|96|F|9.5x3.2x3.2 0.95|
SCK-MER-M|Merino Hiking Socks, 2 Pairs, Size M|SOCKS|textile|new_new|1990|210|M|7x4x1.5 0.3|
SCK-MER-L|Merino Hiking Socks, 2 Pairs, Size L|SOCKS|textile|new_new|1990|188|M|7x4x1.5 0.32|
TWL-TRK-01|Turkish Cotton Beach Towel, 100 x 180 cm|TOWEL|textile|new_new|2450|60|F|13x10x2.5 1.4|
TSH-ORG-S|Organic Cotton T-Shirt, Navy, S|SHIRT|textile|new_new|1599|75|M|10x8x1 0.35|
TSH-ORG-M|Organic Cotton T-Shirt, Navy, M|SHIRT|textile|new_new|1599|120|M|10x8x1 0.37|
TSH-ORG|Organic Cotton T-Shirt, Navy (all sizes)|SHIRT|parent|new_new|1599|0|M|-|
KNF-CHEF-8|Chef's Knife, 8 in, Pakkawood Handle|KITCHEN_KNIFE|standard|new_new|3995|44|M|15x3.5x1.2 0.8|
CUT-BRD-XL|Acacia Cutting Board, Extra Large|CUTTING_BOARD|standard|new_new|3499|27|M|19x13x1.4 5.2|UNKNOWN
PAN-CI-10|Cast Iron Skillet, 10.25 in|SAUTE_FRY_PAN|standard|new_new|2790|38|F|17x11x3 5.6|
SPT-SIL-3|Silicone Spatula Set, 3 Pieces|KITCHEN_TOOLS|standard|new_new|1250|160|M|12x4x1.2 0.45|
LED-DSK-01|LED Desk Lamp with Dimmer|LAMP|standard|new_new|3290|52|M|-|UNKNOWN
PWR-BNK-20|Power Bank 20,000 mAh, USB-C|PORTABLE_POWER_BANK|battery|new_new|3999|64|M|6.5x3.2x1.2 0.95|
TRC-AA-RC|Rechargeable AA Batteries, 8 Pack|BATTERY|battery|new_new|1899|90|M|4.5x3.5x0.8 0.6|
CLN-BTH-32|Bathroom Cleaner Concentrate, 32 fl oz|CLEANING_AGENT|hazmat|new_new|1190|48|M|10x4x3 2.4|FBA_INB_0009
LGH-FLD-01|Lighter Fluid, 12 fl oz|FUEL|hazmat|new_new|899|20|M|8x3x2 0.9|FBA_INB_0015
SRM-VTC-30|Vitamin C Serum, 30 ml|SKIN_TREATMENT_MASK|dated|new_new|2199|130|F|4x1.8x1.8 0.2|
TEA-GRN-100|Organic Green Tea, 100 Bags|TEA|dated|new_new|1349|77|M|7x5x3.2 0.6|
BAR-PRT-12|Protein Bars, Peanut, Box of 12|SNACK_FOOD_BAR|dated|new_new|2599|66|M|8x6x3 1.9|
OIL-ALM-16|Sweet Almond Oil, 16 fl oz|SKIN_MOISTURIZER|liquid|new_new|1299|58|F|8x2.6x2.6 1.1|
RNG-SIL-5|Silicone Rings, 5 Pack|RING|small|new_new|1099|240|M|1.8x1.8x0.8 0.06|
EAR-PLG-20|Foam Ear Plugs, 20 Pairs|EAR_PROTECTOR|small|new_new|799|300|F|2x2x1.5 0.08|
YGA-MAT-6|Yoga Mat, 6 mm, Non-Slip|EXERCISE_MAT|standard|new_new|2999|41|M|24.5x5.5x5.5 2.6|
DMB-20-PR|Hex Dumbbells, 20 lb Pair|DUMBBELL|standard|new_new|6499|12|M|13x12x7 41|
TNT-2P-GR|Two-Person Trekking Tent, Green|TENT|standard|new_new|12900|9|M|22x8x8 7.9|UNKNOWN
CHR-CMP-01|Folding Camp Chair with Cup Holder|CHAIR|standard|new_new|4499|22|F|37x7x7 8.4|
BKT-PLY-3|Stacking Storage Baskets, 3 Pieces|STORAGE_BOX|standard|new_new|2749|35|M|16x11x9 3.1|
BK-GRM-U|Gramm's Field Guide to Mosses (Used)|ABIS_BOOK|media|used_very_good|1450|1|M|9x6x1 1.2|
DVD-HRZ-U|Beyond the Horizon, DVD (Used)|PHYSICAL_MOVIE|media|used_good|650|2|M|7.5x5.3x0.6 0.2|
RDO-VNT-U|Vintage Table Radio (Used)|RADIO|standard|used_good|7900|1|M|12x8x7 6.5|
PZL-1000-DE|Puzzle 1000 Teile, Schloss Neuschwanstein bei Nacht – für Geduldige|PUZZLES|standard|new_new|1699|70|M|14x10x2.2 1.7|
TEE-KNN-DE|Teekanne aus Gusseisen mit Sieb, 1,2 l, größer|TEAPOT|fragile|new_new|3890|18|M|9x8x6 5.1|
FRS-JPN-01|風呂敷 麻の葉柄 綿 100cm (Furoshiki Wrapping Cloth)|TEXTILE_ART|textile|new_new|2250|55|F|9x7x0.8 0.28|
CHP-JPN-05|箸 若狭塗 五膳セット (Lacquered Chopsticks, 5 Pairs)|UTENSIL_FLATWARE_SET|standard|new_new|1980|83|M|10x4x1 0.4|
LNT-CNY-02|春节红灯笼 2只装 (Chinese New Year Lanterns, 2 Pack)|DECORATIVE_SIGNAGE|standard|new_new|1699|26|M|12x12x2 0.7|
PHN-CS-S24|Phone Case, Clear, for S24|CELLULAR_PHONE_CASE|standard|new_new|1299|400|F|7.5x4x0.6 0.12|
CBL-USBC-2|USB-C Cable, 2 m, Braided|DATA_CABLE|standard|new_new|999|500|F|5x4x1 0.15|
A+B%,C/D 1|Odd SKU Sampler: Gift Tags, 50 Pack|GIFT_WRAP|standard|new_new|699|150|F|6x4x0.9 0.2|
NTB-A5-DOT|Dotted Notebook A5, 160 Pages|PAPER_NOTEBOOK|standard|new_new|1190|95|F|8.6x6x0.8 0.75|UNKNOWN
`;

/** The demonstration shop for one store. */
export function starterListings(turn: Turn, marketplaceId: string): SimulatorListing[] {
  const marketplace = marketplaceById(marketplaceId);
  invariant(marketplace, `no store ${marketplaceId}`);
  return TABLE.trim()
    .split('\n')
    .map((line, index) => {
      const cells = line.split('|');
      const [sku = '', title = '', productType = '', handling = '', condition = ''] = cells;
      const [price = '', quantity = '', by = '', size = '', blockedBy = ''] = cells.slice(5);
      const { dice } = turn;
      return {
        sku,
        marketplaceId,
        title,
        productType,
        handling: handling as Handling,
        condition,
        asin: `B0${dice.letters(8, 'starter asin', sku)}`,
        priceMinor: Number(price),
        quantity: Number(quantity),
        productId: `0${String(dice.between(10_000_000_000, 99_999_999_999, 'upc', sku))}`,
        openedAt: turn.now - (40 + index * 17) * DAY,
        channel: by === 'F' ? marketplace.channel : 'DEFAULT',
        package: readSize(size),
        classified: blockedBy !== 'UNKNOWN',
        ...(blockedBy.startsWith('FBA_INB_') ? { blockedBy } : {}),
      };
    });
}

function readSize(size: string): readonly [number, number, number, number] | null {
  const [length, width, height, weight] = size.split(/[x ]/).map(Number);
  if (!length || !width || !height || !weight) return null;
  return [length, width, height, weight];
}
