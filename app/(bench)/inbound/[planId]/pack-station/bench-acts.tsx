import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { Select } from '#components/ui/select';
import {
  type Bench,
  type Carton,
  PACK_COMMANDS,
  PACK_TIMES,
  sizeCode,
  timesCode,
} from '#lib/inbound';

type BenchActsProps = {
  readonly bench: Bench;
  readonly cartons: readonly Carton[];
  readonly take: (code: string) => void;
};

const ACTS = ['undo', 'newBox', 'close', 'weigh'] as const;

/** The command barcodes, as buttons for hands without a scanner. */
export function BenchActs({ bench, cartons, take }: BenchActsProps) {
  const t = useTranslations('pack-station');
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {ACTS.map((act) => (
          <Button
            key={act}
            size="large"
            className="min-h-14 text-lg"
            onClick={() => take(PACK_COMMANDS[act])}
          >
            {t(`acts.${act}`)}
          </Button>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-40">
          <Select
            name="times"
            label={t('acts.times')}
            value={String(bench.times)}
            onChange={({ target }) => take(timesCode(Number(target.value)))}
            options={[...new Set([1, ...PACK_TIMES, bench.times])].map((times) => ({
              value: String(times),
              label: t('times', { times }),
            }))}
          />
        </div>
        {cartons.length > 0 && (
          <div className="w-56">
            <Select
              name="carton"
              label={t('acts.carton')}
              value={bench.carton?.id ?? ''}
              placeholder={t('acts.noCarton')}
              onChange={({ target }) => {
                if (target.value !== '') take(sizeCode(target.value));
              }}
              options={cartons.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        )}
      </div>
    </div>
  );
}
