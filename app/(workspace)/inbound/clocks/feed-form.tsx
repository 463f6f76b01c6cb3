'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Alert } from '#components/ui/alert';
import { CopyButton } from '#components/ui/copy-button';
import { SubmitButton } from '#components/ui/submit-button';
import { makeFeed } from './actions.ts';
import { NO_FEED_ANSWER } from './feed-answer.ts';

type FeedFormProps = { readonly isThere: boolean };

/** Makes the address that a calendar program reads, and shows it this once. */
export function FeedForm({ isThere }: FeedFormProps) {
  const t = useTranslations('clocks.feed');
  return (
    <ActionForm action={makeFeed} initial={NO_FEED_ANSWER} className="flex flex-col gap-2">
      {({ address }) => (
        <>
          {address !== undefined && (
            <Alert level="success" live title={t('made')}>
              <p className="flex flex-wrap items-center gap-1">
                <code className="font-mono text-sm break-all select-all">{address}</code>
                <CopyButton text={address} what={t('address')} />
              </p>
              <p>{t('once')}</p>
            </Alert>
          )}
          <SubmitButton variant="secondary" className="self-start">
            {t(isThere ? 'renew' : 'make')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
