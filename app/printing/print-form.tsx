'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Problems } from '#components/problems';
import { Disclosure } from '#components/ui/disclosure';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import type { Problem } from '#lib/kernel';
import { checkItemLabels, ITEM_LABEL_SHEETS, type ItemLabelStock } from '#lib/labels';
import { useStocks } from './stock-name.ts';
import { TruePreview } from './true-preview.tsx';
import {
  atField,
  type LabelRequest,
  type LabelSource,
  type PrinterFaults,
  labelsOf,
  stockOf,
} from './label-request.ts';

type PrintFormProps = {
  /** the page that `print` and `preview` lie under */
  readonly address: string;
  readonly lines: readonly LabelSource[];
  readonly initial: LabelRequest;
  readonly faults: PrinterFaults | undefined;
  /** the lines are those of a list, not the SKUs of a plan */
  readonly isList?: boolean;
};

/** What is in the printer and what is printed on it; checked while it is chosen. */
export function PrintForm({ address, lines, initial, faults, isList = false }: PrintFormProps) {
  const t = useTranslations('item-labels');
  const [asked, setAsked] = useState(initial);
  const notePrinted = useRefreshOnReturn();
  const stocks = [...useStocks(), { value: 'other', label: t('other') }];
  const job = useMemo(
    () => checkItemLabels(labelsOf(asked, lines), stockOf(asked, faults), Number(asked.dpi)),
    [asked, lines, faults],
  );
  const problems = job.ok ? [] : job.problems.map(atField);
  const stock = stockOf(asked);

  function change(event: FormEvent<HTMLFormElement>): void {
    const { name, value } = event.target as HTMLInputElement;
    setAsked((before) => ({ ...before, [name]: value }));
  }

  return (
    <form
      action={`${address}/print`}
      target="_blank"
      onInput={change}
      onSubmit={notePrinted}
      className="grid items-start gap-5 rounded border border-line bg-surface p-4 lg:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <input type="hidden" name="printer" value={asked.printer} />
      <div className="flex min-w-0 flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            name="stock"
            label={t('stock')}
            defaultValue={asked.stock}
            options={stocks}
            problems={problems}
          />
          <Select
            name="dpi"
            label={t('dpi')}
            hint={t('dpiHint')}
            defaultValue={asked.dpi}
            problems={problems}
            options={['203', '300', '600'].map((value) => ({ value, label: `${value} dpi` }))}
          />
          {stock.kind === 'sheet' && (
            <NumberField
              name="startAt"
              label={t('startAt')}
              hint={t('startAtHint')}
              defaultValue={asked.startAt}
              placeholder="1"
              least={1}
              problems={problems}
            />
          )}
          {asked.stock === 'other' && (
            <>
              <NumberField
                name="width"
                label={t('width')}
                suffix="mm"
                places={2}
                defaultValue={asked.width}
                problems={problems}
              />
              <NumberField
                name="height"
                label={t('height')}
                suffix="mm"
                places={2}
                defaultValue={asked.height}
                problems={problems}
              />
            </>
          )}
          <Select
            name="only"
            label={t(isList ? 'whichLines' : 'which')}
            defaultValue={asked.only}
            options={[
              {
                value: '',
                label: t(isList ? 'allLines' : 'allSkus', { count: lines.length }),
              },
              ...lines.map(({ key, name }) => ({ value: key, label: name })),
            ]}
          />
          <NumberField
            name="copies"
            label={t(isList ? 'copiesOfLine' : 'copies')}
            hint={t(isList ? 'copiesOfLineHint' : 'copiesHint')}
            defaultValue={asked.copies}
            least={1}
            problems={problems}
          />
        </div>
        <Adjustment asked={initial} problems={problems} />
        {!job.ok && <Problems problems={problems.filter(({ at }) => at === undefined)} />}
        {job.ok && <Problems problems={job.value.warnings} level="warning" />}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton variant="secondary" icon="file">
            {job.ok ? t('print', { count: job.value.labelCount }) : t('printSome')}
          </SubmitButton>
          {job.ok && (
            <output className="text-sm text-muted">
              {t(stock.kind === 'sheet' ? 'pages' : 'roll', { count: job.value.pageCount })}
            </output>
          )}
        </div>
      </div>
      {job.ok && (
        <TruePreview
          src={`${address}/preview?${new URLSearchParams(asked)}`}
          widthMm={pageWidthMm(stock)}
          name={t('preview')}
        />
      )}
    </form>
  );
}

type AdjustmentProps = { readonly asked: LabelRequest; readonly problems: readonly Problem[] };

/** What few need: a line of one's own, and a printer that is off. */
function Adjustment({ asked, problems }: AdjustmentProps) {
  const t = useTranslations('item-labels');
  return (
    <Disclosure
      summary={t('more')}
      open={asked.line !== '' || asked.offsetX !== '' || asked.offsetY !== ''}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name="line"
          label={t('line')}
          hint={t('lineHint')}
          optional
          maxLength={80}
          defaultValue={asked.line}
          problems={problems}
          className="sm:col-span-2"
        />
        <NumberField
          name="offsetX"
          label={t('offsetX')}
          hint={t('offsetHint')}
          suffix="mm"
          places={2}
          least={-5}
          step={0.5}
          defaultValue={asked.offsetX}
          problems={problems}
        />
        <NumberField
          name="offsetY"
          label={t('offsetY')}
          hint={t('offsetHint')}
          suffix="mm"
          places={2}
          least={-5}
          step={0.5}
          defaultValue={asked.offsetY}
          problems={problems}
        />
      </div>
    </Disclosure>
  );
}

/** The print log grows in another tab; it is read again when the reader comes back. */
function useRefreshOnReturn(): () => void {
  const router = useRouter();
  const printed = useRef(false);
  useEffect(() => {
    const comeBack = () => {
      if (!printed.current) return;
      printed.current = false;
      router.refresh();
    };
    window.addEventListener('focus', comeBack);
    return () => window.removeEventListener('focus', comeBack);
  }, [router]);
  return () => {
    printed.current = true;
  };
}

function pageWidthMm(stock: ItemLabelStock): number {
  if (stock.kind === 'thermal') return stock.widthMm;
  return ITEM_LABEL_SHEETS.find(({ pageType }) => pageType === stock.pageType)?.pageWidthMm ?? 210;
}
