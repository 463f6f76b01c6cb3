import { useTranslations } from 'next-intl';
import { DimensionsText, WeightText } from '#components/ui/figures';
import { PACK_COMMANDS, type PackedBox } from '#lib/inbound';
import type { DeskView } from './station-desk.ts';
import { boxName } from './station-view.ts';

type NotedTextProps = { readonly view: DeskView; readonly boxes: readonly PackedBox[] };

/** What an act at the bench did; before the first, what to do. */
export function NotedText({ view, boxes }: NotedTextProps) {
  const t = useTranslations('pack-station.noted');
  const { bench, last } = view;
  const name = (boxId: string) => boxName(boxes, boxId).number;
  const [deed] = last?.deeds ?? [];
  const title = 'text-4xl font-bold lg:text-5xl';
  if (bench.isWeighing) {
    const number = name(bench.boxId ?? bench.closedBoxId ?? '');
    return <p className={title}>{t('weighing', { number })}</p>;
  }
  if (!last) return <p className={title}>{t('begin')}</p>;
  if (deed?.kind === 'weighed')
    return (
      <p className={title}>
        {t('weighed', { number: name(deed.boxId) })} <WeightText value={deed.weight} />
      </p>
    );
  if (deed?.kind === 'sized')
    return (
      <p className={title}>
        {t('sized', { number: name(deed.boxId) })} <DimensionsText value={deed.dimensions} />
      </p>
    );
  if (deed?.kind === 'box-closed')
    return <p className={title}>{t('closed', { number: name(deed.boxId) })}</p>;
  if (deed?.kind === 'undone') return <p className={title}>{t('undone')}</p>;
  if (last.code.toUpperCase() === PACK_COMMANDS.newBox)
    return <p className={title}>{t('newBox')}</p>;
  if (bench.boxId !== undefined)
    return <p className={title}>{t('openBox', { number: name(bench.boxId) })}</p>;
  return <p className={title}>{t('ready')}</p>;
}
