import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { formatWeight } from '#lib/i18n';
import { boxLoad, type InboundPlan, type PackedBox } from '#lib/inbound';

type WeightGaugeProps = { readonly plan: InboundPlan; readonly box: PackedBox };

const NEARLY_FULL = 0.9;

/** How heavy a box is on the way to what it may weigh. */
export function WeightGauge({ plan, box }: WeightGaugeProps) {
  const t = useTranslations('pack-station.box');
  const locale = useLocale();
  const { weight, limit, share, isWeighed, isKnown } = boxLoad(plan, box);
  const colour = share > 1 ? 'bg-danger' : share > NEARLY_FULL ? 'bg-warning' : 'bg-success';
  const text = t('load', {
    weight: formatWeight(locale, weight),
    limit: formatWeight(locale, limit),
  });
  const how = isWeighed ? 'weighed' : isKnown ? 'byUnits' : 'notAllKnown';
  return (
    <div className="flex flex-col gap-1">
      <div aria-hidden="true" className="h-6 overflow-hidden rounded border border-edge bg-sunken">
        <div
          className={classNames('h-full', colour)}
          style={{ width: `${Math.min(100, share * 100)}%` }}
        />
      </div>
      <p className="text-lg">
        {text} <span className="text-muted">{t(how)}</span>
      </p>
    </div>
  );
}
