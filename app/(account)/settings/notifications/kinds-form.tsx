'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Alert } from '#components/ui/alert';
import { Checkbox } from '#components/ui/checkbox';
import { DataTable } from '#components/ui/data-table';
import { Status } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { NOTICE_KINDS, type NoticeKind } from '#lib/notices';
import { chooseKinds } from './actions.ts';
import { NO_ANSWER } from './answer.ts';

export type ChannelKinds = {
  readonly id: string;
  readonly target: string;
  readonly kinds: readonly NoticeKind[];
};

type KindsFormProps = { readonly channels: readonly ChannelKinds[] };

/** Kinds by channels: what is told where. In Firstleg itself everything is told. */
export function KindsForm({ channels }: KindsFormProps) {
  const t = useTranslations('settings.notifications');
  const kinds = useTranslations('notices.kinds');
  return (
    <ActionForm
      action={chooseKinds}
      initial={NO_ANSWER}
      className="flex flex-col items-start gap-3"
    >
      {({ isSaved = false }) => (
        <>
          {channels.map(({ id }) => (
            <input key={id} type="hidden" name="channel" value={id} />
          ))}
          <div className="max-w-full">
            <DataTable
              id="notice-kinds"
              caption={t('kindsTitle')}
              captionHidden
              rows={NOTICE_KINDS}
              rowKey={(kind) => kind}
              grow
              columns={[
                { key: 'kind', header: t('kind'), cell: (kind) => kinds(`${kind}.name`) },
                {
                  key: 'here',
                  header: 'Firstleg',
                  cell: () => <Status tone="success">{t('always')}</Status>,
                },
                ...channels.map(({ id, target, kinds: wanted }) => ({
                  key: id,
                  header: <span className="block max-w-56 truncate">{target}</span>,
                  cell: (kind: NoticeKind) => (
                    <Checkbox
                      name={id}
                      value={kind}
                      label={`${kinds(`${kind}.name`)}: ${target}`}
                      labelHidden
                      defaultChecked={wanted.includes(kind)}
                    />
                  ),
                })),
              ]}
            />
          </div>
          <SubmitButton>{t('save')}</SubmitButton>
          {isSaved && <Alert level="success" live title={t('saved')} />}
        </>
      )}
    </ActionForm>
  );
}
