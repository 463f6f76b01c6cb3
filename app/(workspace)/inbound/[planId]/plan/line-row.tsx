'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { FieldError } from '#components/ui/field';
import { Code } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { TextField } from '#components/ui/text-field';
import type { Problem } from '#lib/kernel';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import type { PackingChoice } from './packing-choice.ts';
import { quantityOf } from './totals.ts';

export type PlanRow = {
  readonly sku: string;
  readonly title: string;
  readonly fnsku: string;
  readonly quantity: string;
  readonly packing: string;
  readonly expiry: string;
  readonly choices: readonly PackingChoice[];
};

type LineRowProps = {
  readonly row: PlanRow;
  readonly index: number;
  /** as they now stand in the form */
  readonly quantity: string;
  readonly packing: string;
  readonly problems: readonly Problem[];
  /** absent where the page does not run yet */
  readonly onSplit?: () => void;
  /** takes the row away again; only for a further date of a SKU */
  readonly onRemove?: () => void;
};

/** How much of one SKU, how it is packed, and when it expires. */
export function LineRow(props: LineRowProps) {
  const { row, index, quantity, packing, problems, onSplit, onRemove } = props;
  const t = useTranslations('plan');
  const at = `lines.${index}`;
  const mine = problems.filter((problem) => problem.at === at);
  const pack = row.choices.find(({ value }) => value === packing);
  return (
    <fieldset
      id={fieldId(at)}
      tabIndex={-1}
      className="grid min-w-0 grid-cols-2 items-start gap-x-3 gap-y-2 border-b border-line p-3 last:border-0 sm:grid-cols-[minmax(12rem,1fr)_9rem_13rem_10rem]"
    >
      <legend className="sr-only">{row.sku}</legend>
      <div className="col-span-2 min-w-0 sm:col-span-1">
        <input type="hidden" name={`${at}.sku`} value={row.sku} />
        <p className="flex flex-wrap gap-x-3">
          <Code>{row.sku}</Code>
          <span className="font-mono text-sm text-muted">{row.fnsku}</span>
        </p>
        <p className="truncate text-sm" title={row.title}>
          {row.title}
        </p>
        {mine.length > 0 && <FieldError id={`${fieldId(at)}-error`} problems={mine} />}
      </div>
      <div>
        <NumberField
          name={`${at}.quantity`}
          label={t('units')}
          defaultValue={row.quantity}
          step={pack?.unitsPerCase ?? 1}
          problems={problems}
        />
        {pack && <CaseCount quantity={quantity} unitsPerCase={pack.unitsPerCase} />}
      </div>
      <Select
        name={`${at}.packing`}
        label={t('packing')}
        defaultValue={row.packing}
        problems={problems}
        options={[
          { value: '', label: t('individual') },
          ...row.choices.map(({ value, name, unitsPerCase }) => ({
            value,
            label: t('caseChoice', { name, count: unitsPerCase }),
          })),
        ]}
      />
      <div>
        <TextField
          name={`${at}.expiry`}
          type="date"
          label={t('expiry')}
          optional
          defaultValue={row.expiry}
          problems={problems}
        />
        {onSplit && (
          <Button
            variant="quiet"
            size="small"
            onClick={onSplit}
            aria-label={t('anotherExpiryOf', { sku: row.sku })}
          >
            {t('anotherExpiry')}
          </Button>
        )}
        {onRemove && (
          <Button
            variant="quiet"
            size="small"
            onClick={onRemove}
            aria-label={t('removeExpiryOf', { sku: row.sku })}
          >
            {t('removeExpiry')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type CaseCountProps = { readonly quantity: string; readonly unitsPerCase: number };

/** Whole cases as boxes; what is over is told while it is typed. */
function CaseCount({ quantity, unitsPerCase }: CaseCountProps) {
  const t = useTranslations('plan');
  const units = quantityOf(quantity);
  if (units === undefined) return null;
  const boxes = Math.floor(units / unitsPerCase);
  const over = units % unitsPerCase;
  return (
    <output className={`mt-1 block text-sm ${over === 0 ? 'text-muted' : 'text-danger'}`}>
      {over === 0 ? t('boxes', { count: boxes }) : t('boxesOver', { count: boxes, over })}
    </output>
  );
}
