import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Code, DimensionsText, WeightText } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { boxCode, boxLoad, type InboundPlan, type PackedBox } from '#lib/inbound';

type BoxListProps = {
  readonly plan: InboundPlan;
  readonly boxes: readonly PackedBox[];
  readonly openId: string | undefined;
  readonly take: (code: string) => void;
};

/** All boxes of all benches, the newest first. */
export function BoxList({ plan, boxes, openId, take }: BoxListProps) {
  const t = useTranslations('pack-station.box');
  if (boxes.length === 0) return null;
  const numbered = boxes.map((box, at) => ({ box, number: at + 1 })).toReversed();
  return (
    <section aria-label={t('all')} className="flex flex-col gap-2">
      <h2 className="text-xl font-semibold">{t('all')}</h2>
      <ul className="max-h-[35vh] overflow-y-auto rounded border border-line bg-surface">
        {numbered.map(({ box, number }) => (
          <li
            key={box.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-3 py-2 last:border-0"
          >
            <span className="text-lg font-semibold whitespace-nowrap">
              {t('number', { number })}
            </span>
            <Code>{box.id}</Code>
            <span>
              {t('units', { count: box.items.reduce((sum, { quantity }) => sum + quantity, 0) })}
            </span>
            {box.dimensions && <DimensionsText value={box.dimensions} />}
            {box.weight && <WeightText value={box.weight} />}
            {boxLoad(plan, box).share > 1 && <Status tone="danger">{t('tooHeavy')}</Status>}
            <span className="ms-auto">
              {box.isClosed ? (
                <Status tone="success">{t('closed')}</Status>
              ) : box.id === openId ? (
                <Status tone="info">{t('here')}</Status>
              ) : (
                <Button size="small" onClick={() => take(boxCode(box.id))}>
                  {t('packInto')}
                  <span className="sr-only">{t('number', { number })}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
