'use client';

import { useTranslations } from 'next-intl';

import { Alert } from '../components/ui/alert.tsx';
import { Button } from '../components/ui/button.tsx';

type ErrorPageProps = {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
};

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations('shell');
  return (
    <div className="mx-auto w-full max-w-2xl p-4">
      <Alert
        level="blocking"
        live
        title={t('failure.title')}
        action={
          <Button variant="primary" onClick={reset}>
            {t('failure.again')}
          </Button>
        }
      >
        <p>{t('failure.text')}</p>
        {error.digest && (
          <p className="text-sm text-muted">{t('failure.reference', { digest: error.digest })}</p>
        )}
      </Alert>
    </div>
  );
}
