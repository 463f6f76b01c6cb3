'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useState } from 'react';
import { ActionForm } from '#components/action-form';
import { ProblemText } from '#components/problem-text';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { FileDrop } from '#components/ui/file-drop';
import { LinkButton } from '#components/ui/link-button';
import { Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { CancelEffectNote } from '../cancel/effect.tsx';
import { type FileAnswer, workOnFile } from './actions.ts';
import { Mapper } from './mapper.tsx';
import type { Finding } from './upload.ts';

const NOTHING: FileAnswer = { problems: [] };
const ACCEPT =
  '.tsv,.txt,.csv,.xlsx,text/tab-separated-values,text/plain,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type ConfirmFileFormProps = {
  readonly store: string;
  /** The carriers that the store's list names. */
  readonly carriers: readonly string[];
};

/** Dropped, checked, mended where needed, and only then sent. */
export function ConfirmFileForm({ store, carriers }: ConfirmFileFormProps) {
  const t = useTranslations('orders.file');
  // What was found is about the file that was checked, not about one chosen since.
  const [isOutdated, setOutdated] = useState(false);
  return (
    <ActionForm
      action={workOnFile}
      initial={NOTHING}
      id="confirm-file"
      className="flex flex-col gap-4"
      prepare={() => {
        setOutdated(false);
        return Promise.resolve();
      }}
    >
      {({ checked, mapped, sent }, pending) => (
        <>
          <input type="hidden" name="store" value={store} />
          <FileDrop
            name="file"
            label={t('label')}
            hint={t('hint')}
            accept={ACCEPT}
            onFile={() => {
              setOutdated(true);
              checkNow();
            }}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton
              id="check-file"
              name="act"
              value="check"
              variant={checked || mapped ? 'secondary' : 'primary'}
              pendingLabel={t('checking')}
            >
              {t('check')}
            </SubmitButton>
          </div>
          {pending && <output className="text-sm text-muted">{t('working')}</output>}
          {sent && <Sent {...sent} />}
          {mapped && !isOutdated && <Mapper {...mapped} carriers={carriers} />}
          {checked && !isOutdated && !pending && <Checked {...checked} />}
        </>
      )}
    </ActionForm>
  );
}

function checkNow(): void {
  const button = document.getElementById('check-file');
  if (button instanceof HTMLButtonElement) button.form?.requestSubmit(button);
}

function Sent({ rows, sent, isFeed }: NonNullable<FileAnswer['sent']>) {
  const t = useTranslations('orders.file');
  return (
    <Alert
      level="success"
      live
      title={t('sent', { sent, rows })}
      action={<LinkButton href="/orders">{t('toOrders')}</LinkButton>}
    >
      {t(isFeed ? 'sentByFeed' : 'sentByCall')}
    </Alert>
  );
}

function Checked(checked: NonNullable<FileAnswer['checked']>) {
  const t = useTranslations('orders.file');
  const { kind, name, rows, ready, found, shown, unknownColumns, effect } = checked;
  const isGood = ready === rows;
  return (
    <section className="flex flex-col gap-3">
      <Alert
        level={isGood ? 'success' : 'warning'}
        live
        title={t(`checked.${kind}`, { name, rows, ready })}
        action={
          <span className="flex flex-wrap gap-2">
            {found > 0 && (
              <Button
                type="submit"
                formAction="/orders/confirm-file/marked"
                formMethod="post"
                formEncType="multipart/form-data"
                onClick={(event) => void download(event)}
              >
                {t('marked')}
              </Button>
            )}
            {ready > 0 && (
              <SubmitButton name="act" value="send" pendingLabel={t('sending')}>
                {t('send', { count: ready })}
              </SubmitButton>
            )}
          </span>
        }
      >
        <p>{t(isGood ? 'allGood' : 'someHeld', { held: rows - ready })}</p>
        {unknownColumns.length > 0 && (
          <p>{t('unknownColumns', { names: unknownColumns.join(', ') })}</p>
        )}
        <noscript>{t('again')}</noscript>
      </Alert>
      {effect && <CancelEffectNote effect={effect} />}
      {found > 0 && (
        <>
          <DataTable
            id="findings"
            caption={t('findings')}
            captionHidden
            columns={columns(t)}
            rows={shown}
            rowKey={({ line, column, code }) => `${line} ${column} ${code}`}
          />
          {found > shown.length && (
            <p className="text-sm">{t('more', { count: found - shown.length })}</p>
          )}
        </>
      )}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<'orders.file'>>;

function columns(t: Words): readonly Column<Finding>[] {
  return [
    {
      key: 'line',
      header: t('line'),
      numeric: true,
      cell: ({ line }) => <Quantity value={line} />,
    },
    { key: 'column', header: t('column'), cell: ({ column }) => <Code>{column}</Code> },
    {
      key: 'severity',
      header: t('severity'),
      cell: ({ severity }) => (
        <Status tone={severity === 'error' ? 'danger' : 'warning'}>
          {t(`severities.${severity}`)}
        </Status>
      ),
    },
    {
      key: 'what',
      header: t('what'),
      wrap: true,
      cell: ({ code, facts = {}, suggestion }) => (
        <>
          <ProblemText problem={{ code, facts }} />
          {suggestion !== undefined && (
            <span className="block">
              {t('suggestion')} <Code>{suggestion}</Code>
            </span>
          )}
        </>
      ),
    },
  ];
}

/** The form is at work with scripts, so the file is fetched beside it; without them it is a plain post. */
async function download(event: MouseEvent<HTMLButtonElement>): Promise<void> {
  event.preventDefault();
  const { form } = event.currentTarget;
  if (!form) return;
  const answer = await fetch('/orders/confirm-file/marked', {
    method: 'POST',
    body: new FormData(form),
  });
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  if (!answer.ok || name === undefined) return;
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
