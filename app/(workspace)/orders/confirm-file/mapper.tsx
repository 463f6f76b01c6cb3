'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert';
import { type Column, DataTable } from '#components/ui/data-table';
import { Disclosure } from '#components/ui/disclosure';
import { Code } from '#components/ui/figures';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { CLASSIC_FIELDS } from '#lib/flat-files';
import type { Mapped } from './actions.ts';

type MapperProps = Mapped & { readonly carriers: readonly string[] };

/** What may stand once for the whole file instead of in a column of it. */
const FOR_ALL_ROWS = ['ship-date', 'carrier-name', 'ship-method'] as const;

/** Says which column of a carrier's file stands for which of Amazon's, beside the file's first rows. */
export function Mapper(props: MapperProps) {
  const t = useTranslations('orders.file.mapper');
  const { table, isProposed } = props;
  const fields = (
    <>
      {/* The columns are meant for this header; a file with another one is asked about anew. */}
      <input type="hidden" name="header" value={JSON.stringify(table.header)} />
      <Sample {...props} />
      <Fields key={JSON.stringify(table.header)} {...props} />
      <SubmitButton name="act" value="check" variant={isProposed ? 'primary' : 'secondary'}>
        {t('check')}
      </SubmitButton>
    </>
  );
  return isProposed ? (
    <section className="flex flex-col gap-3">
      <Alert level="information" live title={t('title')}>
        {t('text')}
      </Alert>
      {fields}
    </section>
  ) : (
    <Disclosure summary={t('summary')}>
      <div className="flex flex-col gap-3">{fields}</div>
    </Disclosure>
  );
}

function Fields({ table, mapping, carriers }: MapperProps) {
  const t = useTranslations('orders.file.mapper');
  const names = [...new Set(table.header.filter((name) => name !== ''))];
  const constant = (field: (typeof CLASSIC_FIELDS)[number]) => mapping.constants[field] ?? '';
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{t('legend')}</legend>
      {CLASSIC_FIELDS.map((field) => (
        <div key={field} className="flex flex-wrap items-end gap-2">
          <Select
            name={`column.${field}`}
            label={t(`fields.${field}`)}
            placeholder={t('none')}
            defaultValue={mapping.columns[field] ?? ''}
            options={names.map((name) => ({ value: name, label: name }))}
            className="w-64 max-w-full"
          />
          {field === 'carrier-code' && (
            <Select
              name={`constant.${field}`}
              label={t('forAll', { field: t(`fields.${field}`) })}
              placeholder={t('asInFile')}
              defaultValue={constant(field)}
              options={carriers.map((code) => ({ value: code, label: code }))}
              className="w-64 max-w-full"
            />
          )}
          {FOR_ALL_ROWS.some((known) => known === field) && (
            <TextField
              name={`constant.${field}`}
              type={field === 'ship-date' ? 'date' : 'text'}
              label={t('forAll', { field: t(`fields.${field}`) })}
              defaultValue={constant(field)}
              className="w-64 max-w-full"
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

function Sample({ table }: MapperProps) {
  const t = useTranslations('orders.file.mapper');
  const columns = table.header.map((name, at): Column<readonly string[]> => ({
    key: String(at),
    header: name,
    cell: (cells) => <Code>{cells[at] ?? ''}</Code>,
  }));
  return (
    <DataTable
      id="carrier-rows"
      caption={t('sample')}
      columns={columns}
      rows={table.sample}
      rowKey={(cells) => String(table.sample.indexOf(cells))}
    />
  );
}
