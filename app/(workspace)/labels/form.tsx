'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { ProblemText } from '#components/problem-text';
import { Alert } from '#components/ui/alert';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { FileDrop } from '#components/ui/file-drop';
import { SubmitButton } from '#components/ui/submit-button';
import { TextAreaField } from '#components/ui/text-field';
import { addLabels, type LabelsAnswer } from './actions.ts';

type RefusedCell = LabelsAnswer['cells'][number];

const NOTHING: LabelsAnswer = { problems: [], cells: [] };
const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHOWN = 200;

/** Labels out of a spreadsheet, pasted or as a file; kept only if every one of them can be printed. */
export function LabelsForm() {
  const t = useTranslations('labels');
  return (
    <ActionForm action={addLabels} initial={NOTHING} className="flex flex-col gap-4">
      {({ cells }, pending) => (
        <>
          {cells.length > 0 && !pending && <RefusedCells cells={cells} />}
          <div className="grid gap-4 lg:grid-cols-2">
            <TextAreaField
              name="pasted"
              label={t('pasted')}
              hint={t('pastedHint')}
              placeholder={t('sample')}
              code
              rows={8}
              wrap="off"
            />
            <FileDrop name="file" label={t('file')} hint={t('fileHint')} accept={ACCEPT} />
          </div>
          <div>
            <SubmitButton pendingLabel={t('checking')}>{t('check')}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

type RefusedCellsProps = { readonly cells: readonly RefusedCell[] };

function RefusedCells({ cells }: RefusedCellsProps) {
  const t = useTranslations('labels');
  return (
    <section className="flex flex-col gap-3">
      <Alert level="blocking" live title={t('refused', { count: cells.length })}>
        {t('refusedFix')}
      </Alert>
      <DataTable
        id="refused-cells"
        caption={t('refusedCells')}
        captionHidden
        columns={columns(t)}
        rows={cells.slice(0, SHOWN)}
        rowKey={({ cell, problem }) => `${cell} ${problem.code}`}
      />
      {cells.length > SHOWN && (
        <p className="text-sm">{t('more', { count: cells.length - SHOWN })}</p>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<'labels'>>;

function columns(t: Words): readonly Column<RefusedCell>[] {
  return [
    { key: 'row', header: t('row'), numeric: true, cell: ({ row }) => <Quantity value={row} /> },
    { key: 'column', header: t('column'), cell: ({ column }) => <Code>{column}</Code> },
    { key: 'cell', header: t('cell'), cell: ({ cell }) => <Code>{cell}</Code> },
    {
      key: 'what',
      header: t('what'),
      wrap: true,
      cell: ({ problem }) => <ProblemText problem={problem} />,
    },
  ];
}
