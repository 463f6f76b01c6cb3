'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Alert } from '#components/ui/alert';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { CODE_LENGTH } from '#lib/notices';
import { confirm, remove, renew, sendTest } from './actions.ts';
import { NO_ANSWER } from './answer.ts';
import { SecretOnce } from './secret-once.tsx';

type ChannelActProps = { readonly channelId: string; readonly target: string };

/** The code of the test message confirms that its reader wants to be told. */
export function ConfirmForm({ channelId }: Pick<ChannelActProps, 'channelId'>) {
  const t = useTranslations('settings.notifications');
  return (
    <ActionForm
      action={confirm}
      initial={NO_ANSWER}
      className="flex flex-wrap items-end gap-2"
      withoutSummary
    >
      {({ problems }) => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint', { digits: CODE_LENGTH })}
            inputMode="numeric"
            autoComplete="one-time-code"
            code
            problems={problems}
            className="w-64 max-w-full"
          />
          <SubmitButton>{t('confirm')}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

export function TestButton({ channelId, target }: ChannelActProps) {
  const t = useTranslations('settings.notifications');
  return (
    <ActionForm action={sendTest} initial={NO_ANSWER} className="flex flex-col gap-2">
      {({ isTestSent = false }) => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          <SubmitButton variant="secondary" size="small">
            {t('test')}
            <span className="sr-only">: {target}</span>
          </SubmitButton>
          {isTestSent && <Alert level="success" live title={t('testSent')} />}
        </>
      )}
    </ActionForm>
  );
}

export function RenewButton({ channelId, target }: ChannelActProps) {
  const t = useTranslations('settings.notifications');
  return (
    <ActionForm action={renew} initial={NO_ANSWER} className="flex flex-col gap-2">
      {({ secret }) => (
        <>
          <input type="hidden" name="channelId" value={channelId} />
          <SubmitButton variant="secondary" size="small">
            {t('renew')}
            <span className="sr-only">: {target}</span>
          </SubmitButton>
          {secret !== undefined && <SecretOnce secret={secret} />}
        </>
      )}
    </ActionForm>
  );
}

export function RemoveButton({ channelId, target }: ChannelActProps) {
  const t = useTranslations('settings.notifications');
  return (
    <ActionForm action={remove} initial={NO_ANSWER}>
      <input type="hidden" name="channelId" value={channelId} />
      <SubmitButton variant="quiet" size="small">
        {t('remove')}
        <span className="sr-only">: {target}</span>
      </SubmitButton>
    </ActionForm>
  );
}
