import { useTranslations } from 'next-intl';
import { Code, DimensionsText, Quantity } from '#components/ui/figures';
import { type Bench, type InboundPlan, lineKey, type PackedBox } from '#lib/inbound';
import { boxName } from './station-view.ts';
import { WeightGauge } from './weight-gauge.tsx';

type OpenBoxProps = {
  readonly plan: InboundPlan;
  readonly box: PackedBox | undefined;
  readonly bench: Bench;
  readonly boxes: readonly PackedBox[];
};

/** The box that is packed into: what lies in it and how heavy it is. */
export function OpenBox({ plan, box, bench, boxes }: OpenBoxProps) {
  const t = useTranslations('pack-station.box');
  if (!box) {
    return (
      <section aria-label={t('open')} className="rounded border border-dashed border-edge p-4">
        <p className="text-xl">{t('none')}</p>
        {bench.carton && (
          <p className="text-muted">
            {t('carton', { name: bench.carton.name })}{' '}
            <DimensionsText value={bench.carton.dimensions} />
          </p>
        )}
      </section>
    );
  }
  const units = box.items.reduce((sum, { quantity }) => sum + quantity, 0);
  const { number, label } = boxName(boxes, box.id);
  return (
    <section
      aria-label={t('open')}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-3xl font-bold">{t('number', { number })}</h2>
        <span className="text-xl">{t('units', { count: units })}</span>
        <Code>{label}</Code>
        {box.dimensions && <DimensionsText value={box.dimensions} />}
      </div>
      <WeightGauge plan={plan} box={box} />
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-lg">
        {box.items.map((item) => (
          <li key={lineKey(item)}>
            <strong>
              <Quantity value={item.quantity} />
            </strong>{' '}
            × <Code>{item.sku}</Code>
            {item.expiry !== undefined && <span className="ms-1.5 text-sm">{item.expiry}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
