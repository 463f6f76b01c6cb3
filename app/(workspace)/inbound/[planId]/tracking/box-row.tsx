import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ProblemText } from '#components/problem-text';
import { Code } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { TextField } from '#components/ui/text-field';
import type { CourierId, PlanShipment } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { TrackingStatus } from './tracking-status.tsx';

type BoxRowProps = {
  readonly box: PlanShipment['boxes'][number];
  readonly value: string;
  readonly onType: (boxId: string, value: string) => void;
  readonly problem?: Problem;
  readonly warning?: Problem;
  readonly couriers?: readonly CourierId[];
};

/** One box and its number; of two hundred rows only the touched one is drawn again. */
export const BoxRow = memo(function BoxRow(props: BoxRowProps) {
  const { box, value, onType, problem, warning, couriers } = props;
  const t = useTranslations('tracking');
  const { boxId } = box;
  if (boxId === undefined) return null;
  return (
    <div className="grid items-start gap-x-4 gap-y-1 border-b border-line px-3 py-1.5 last:border-0 sm:grid-cols-[13rem_minmax(12rem,1fr)_minmax(10rem,1fr)]">
      <span className="pt-1">
        <Code>{boxId}</Code>
      </span>
      <TextField
        name={`tracking.${boxId}`}
        label={t('numberOf', { box: boxId })}
        labelHidden
        code
        value={value}
        onChange={(event) => onType(boxId, event.target.value)}
        problems={problem ? [problem] : []}
      />
      <div className="flex flex-wrap gap-x-4 pt-1 text-sm">
        {warning ? (
          <Status tone="warning">
            <ProblemText problem={warning} />
          </Status>
        ) : (
          couriers?.[0] && (
            <Status tone="success">
              {t('recognised', {
                courier: couriers.map((one) => t(`couriers.${one}`)).join(' / '),
              })}
            </Status>
          )
        )}
        {box.trackingStatus !== undefined && box.tracking === value && (
          <TrackingStatus status={box.trackingStatus} />
        )}
      </div>
    </div>
  );
});
