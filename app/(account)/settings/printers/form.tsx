'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ActionForm } from '#components/action-form';
import { LinkButton } from '#components/ui/link-button';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { Problem } from '#lib/kernel';
import { PAPER_SIZES, type PrinterProfile } from '#lib/labels';
import { useStocks } from '../../../printing/stock-name.ts';
import { keepPrinter } from './actions.ts';
import { BOX_PAPERS } from '../../../printing/box-papers.ts';

type PrinterFormProps = { readonly known?: PrinterProfile & { readonly id: string } };

/** One printer: what lies in it, and what its test sheet told. */
export function PrinterForm({ known }: PrinterFormProps) {
  const t = useTranslations('settings.printers');
  return (
    <ActionForm action={keepPrinter} initial={NO_FORM_STATE} className="flex flex-col gap-5">
      {({ problems }) => (
        <>
          {known && <input type="hidden" name="id" value={known.id} />}
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              name="name"
              label={t('fields.name')}
              defaultValue={known?.name}
              problems={problems}
            />
            <TextField
              name="workstation"
              label={t('fields.workstation')}
              hint={t('hints.workstation')}
              optional
              defaultValue={known?.workstation}
              problems={problems}
            />
            <PaperFields known={known} problems={problems} />
          </div>
          <Calibration known={known} problems={problems} />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton>{t('save')}</SubmitButton>
            {known && (
              <LinkButton href="/settings/printers" variant="quiet">
                {t('cancel')}
              </LinkButton>
            )}
          </div>
        </>
      )}
    </ActionForm>
  );
}

type FieldsProps = {
  readonly known: PrinterProfile | undefined;
  readonly problems: readonly Problem[];
};

function PaperFields({ known, problems }: FieldsProps) {
  const t = useTranslations('settings.printers');
  const words = useTranslations('item-labels');
  const papers = useTranslations('papers');
  const stocks = useStocks();
  const isKnownStock = stocks.some(({ value }) => value === known?.itemStock);
  const first = known && !isKnownStock ? 'other' : (known?.itemStock ?? 'Letter_30');
  const [stock, setStock] = useState(first);
  const [width, height] = isKnownStock ? [] : (known?.itemStock.split('x') ?? []);
  return (
    <>
      <Select
        name="itemStock"
        label={t('fields.itemStock')}
        defaultValue={first}
        onChange={({ target }) => setStock(target.value)}
        options={[...stocks, { value: 'other', label: words('other') }]}
        problems={problems}
      />
      {stock === 'other' && (
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            name="otherWidth"
            label={t('fields.otherWidth')}
            suffix="mm"
            places={2}
            defaultValue={width}
            problems={problems}
          />
          <NumberField
            name="otherHeight"
            label={t('fields.otherHeight')}
            suffix="mm"
            places={2}
            defaultValue={height}
            problems={problems}
          />
        </div>
      )}
      <Select
        name="boxPaper"
        label={t('fields.boxPaper')}
        defaultValue={known?.boxPaper}
        options={BOX_PAPERS.map((value) => ({ value, label: t(`boxPapers.${value}`) }))}
        problems={problems}
      />
      <Select
        name="paper"
        label={t('fields.paper')}
        defaultValue={known?.paper}
        options={PAPER_SIZES.map((value) => ({ value, label: papers(`sizes.${value}`) }))}
        problems={problems}
      />
      <Select
        name="dpi"
        label={t('fields.dpi')}
        hint={words('dpiHint')}
        defaultValue={String(known?.dpi ?? 300)}
        options={['203', '300', '600'].map((value) => ({ value, label: `${value} dpi` }))}
        problems={problems}
      />
      <NumberField
        name="marginMm"
        label={t('fields.marginMm')}
        suffix="mm"
        places={1}
        defaultValue={String(known?.marginMm ?? 4.6)}
        problems={problems}
      />
    </>
  );
}

function Calibration({ known, problems }: FieldsProps) {
  const t = useTranslations('settings.printers');
  const measured = (scale: number) => String(Math.round(10_000 / scale) / 100);
  const fields = [
    { name: 'offsetXMm', hint: t('hints.offsetXMm'), value: String(known?.offsetXMm ?? 0) },
    { name: 'offsetYMm', hint: t('hints.offsetYMm'), value: String(known?.offsetYMm ?? 0) },
    { name: 'rulerX', hint: t('hints.ruler'), value: measured(known?.scaleX ?? 1) },
    { name: 'rulerY', hint: t('hints.ruler'), value: measured(known?.scaleY ?? 1) },
  ] as const;
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{t('calibrate')}</legend>
      <p className="mb-3 text-sm text-muted">{t('calibrateText')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map(({ name, hint, value }) => (
          <NumberField
            key={name}
            name={name}
            label={t(`fields.${name}`)}
            hint={hint}
            suffix="mm"
            places={2}
            least={-5}
            step={0.5}
            defaultValue={value}
            problems={problems}
          />
        ))}
      </div>
    </fieldset>
  );
}
