import { getTranslations } from 'next-intl/server';
import type { EvidenceWords } from '#lib/inbound/server';

const SECTIONS = ['boxes', 'trail', 'prints', 'photos', 'way', 'received'] as const;
const COLUMNS = [
  'shipment',
  'box',
  'contents',
  'weight',
  'size',
  'tracking',
  'when',
  'who',
  'what',
  'detail',
  'count',
  'file',
  'digest',
  'status',
  'sku',
  'shipped',
  'received',
] as const;

/** The words of the record, in the language of whoever asks for it. */
export async function evidenceWords(): Promise<EvidenceWords> {
  const t = await getTranslations('evidence');
  const papers = await getTranslations('papers');
  const receiving = await getTranslations('receiving.statuses');
  return {
    paper: {
      simulated: papers('words.simulated'),
      pageOf: (number, count) => papers('words.pageOf', { number, count }),
      nothing: t('words.nothing'),
    },
    title: t('title'),
    plan: t('words.plan'),
    amazonPlan: t('words.amazonPlan'),
    made: t('words.made'),
    sections: named(SECTIONS, (name) => t(`words.sections.${name}`)),
    columns: named(COLUMNS, (name) => t(`words.columns.${name}`)),
    statusOf: (status) =>
      receiving.has(status as 'CLOSED') ? receiving(status as 'CLOSED') : status,
    deedOf: (kind) => t(`words.deeds.${kind}`),
    printOf: (kind) => {
      if (kind === 'item-labels' || kind === 'box-labels') return t(`words.prints.${kind}`);
      const name = `kinds.${kind as 'prep'}.name` as const;
      return papers.has(name) ? papers(name) : kind;
    },
  };
}

function named<Name extends string>(
  names: readonly Name[],
  word: (name: Name) => string,
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, word(name)])) as Record<Name, string>;
}
