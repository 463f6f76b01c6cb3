import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '#components/ui/button';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import type { InboundPlan, ItemCode } from '#lib/inbound';

type TeachFormProps = {
  readonly code: string;
  readonly plan: InboundPlan;
  readonly teach: (item: ItemCode) => void;
};

const MOST_UNITS = 10_000;

/** A product's own barcode, or that of a case, is told once; every bench knows it from then on. */
export function TeachForm({ code, plan, teach }: TeachFormProps) {
  const t = useTranslations('pack-station.teach');
  const lines = [...new Map(plan.lines.map((line) => [line.sku, line])).values()];

  function tell(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const sku = lines.find((line) => line.sku === form.get('sku'))?.sku;
    const units = Number(form.get('units'));
    const isCount = Number.isInteger(units) && units >= 1 && units <= MOST_UNITS;
    if (sku !== undefined && isCount) teach({ code, sku, units });
  }

  return (
    <form
      onSubmit={tell}
      className="flex w-full flex-wrap items-end gap-3 rounded bg-surface p-3 text-ink"
    >
      <p className="w-full text-base">{t('lead')}</p>
      <div className="min-w-0 flex-1 basis-64">
        <Select
          name="sku"
          label={t('sku')}
          options={lines.map(({ sku, title }) => ({ value: sku, label: `${sku} · ${title}` }))}
        />
      </div>
      <div className="w-28">
        <NumberField name="units" label={t('units')} least={1} defaultValue="1" />
      </div>
      <Button type="submit" variant="primary" size="large">
        {t('tell')}
      </Button>
    </form>
  );
}
