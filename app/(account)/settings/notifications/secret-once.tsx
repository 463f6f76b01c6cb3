'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert';
import { CopyButton } from '#components/ui/copy-button';

type SecretOnceProps = { readonly secret: string };

export function SecretOnce({ secret }: SecretOnceProps) {
  const t = useTranslations('settings.notifications');
  return (
    <Alert level="success" live title={t('secretTitle')}>
      <p className="flex flex-wrap items-center gap-1">
        <code className="font-mono text-sm break-all select-all">{secret}</code>
        <CopyButton text={secret} what={t('secret')} />
      </p>
      <p>{t('secretText')}</p>
    </Alert>
  );
}
