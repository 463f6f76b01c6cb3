import { getLocale, getTranslations } from 'next-intl/server';
import type { Locale } from '#lib/i18n';
import type { InboundPaperWords } from '#lib/inbound/server';

/** The words that stand on papers, in the language of whoever prints. */
export async function paperWords(): Promise<{
  readonly locale: Locale;
  readonly words: InboundPaperWords;
}> {
  const locale = await getLocale();
  const t = await getTranslations('papers.words');
  const prep = await getTranslations('prep');
  const word = (key: Parameters<typeof t>[0]): string => t(key);
  const pageOf = (number: number, count: number): string => t('pageOf', { number, count });
  const common = { simulated: t('simulated'), pageOf, sku: t('sku'), fnsku: t('fnsku') };
  return {
    locale,
    words: {
      shipment: {
        ...common,
        ...pick(word, SHIPMENT_WORDS),
        boxOf: (number, count) => t('boxOf', { number, count }),
      },
      prep: {
        ...common,
        ...pick(word, PREP_WORDS),
        categoryOf: (category) =>
          prep.has(`categories.${category as 'NONE'}.name`)
            ? prep(`categories.${category as 'NONE'}.name`)
            : category,
        stepOf: (type) =>
          prep.has(`types.${type as 'ITEM_TAPING'}`)
            ? prep(`types.${type as 'ITEM_TAPING'}`)
            : type,
      },
      freight: { ...common, ...pick(word, FREIGHT_WORDS) },
      bench: await benchWords(common),
      guide: {
        ...common,
        ...pick(word, GUIDE_WORDS),
        boxNumber: (number) => t('boxNumber', { number }),
        layer: (number, height) => t('layer', { number, height }),
        laid: (laid) => t('laid', { laid }),
      },
    },
  };
}

async function benchWords(
  common: Pick<InboundPaperWords['bench'], 'simulated' | 'pageOf'>,
): Promise<InboundPaperWords['bench']> {
  const t = await getTranslations('papers.words');
  const bench = await getTranslations('papers.words.bench');
  return {
    ...common,
    benchSheet: bench('title'),
    plan: t('plan'),
    acts: {
      newBox: bench('newBox'),
      close: bench('close'),
      undo: bench('undo'),
      weigh: bench('weigh'),
    },
    groups: {
      acts: bench('acts'),
      times: bench('timesTitle'),
      sizes: bench('sizes'),
      boxes: bench('boxes'),
    },
    timesOf: (times) => bench('times', { times }),
    boxNumbered: (number) => bench('box', { number }),
  };
}

const SHIPMENT_WORDS = [
  'packList',
  'pickList',
  'shipmentSummary',
  'shipment',
  'destination',
  'shipFrom',
  'shipTo',
  'carrier',
  'box',
  'boxes',
  'weight',
  'size',
  'tracking',
  'item',
  'location',
  'expiry',
  'prep',
  'units',
  'total',
  'done',
] as const;

const PREP_WORDS = [
  'prepInstructions',
  'plan',
  'asin',
  'units',
  'category',
  'done',
  'labelStep',
] as const;

const FREIGHT_WORDS = [
  'billOfLading',
  'billOfLadingNumber',
  'shipment',
  'amazonReference',
  'carrier',
  'readyDate',
  'freightClass',
  'declaredValue',
  'goods',
  'goodsText',
  'boxes',
  'totalWeight',
  'shipFrom',
  'shipTo',
  'pallets',
  'size',
  'weightEach',
  'stackable',
  'yes',
  'no',
  'shipperSignature',
  'driverSignature',
] as const;

const GUIDE_WORDS = [
  'packingGuide',
  'plan',
  'size',
  'weight',
  'copies',
  'noPicture',
  'item',
  'units',
  'total',
] as const;

function pick<Key extends string>(
  word: (key: Key) => string,
  keys: readonly Key[],
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}
