import { getTranslations } from 'next-intl/server';

import { PlainFrame } from '../components/shell/plain-frame.tsx';
import { LinkButton } from '../components/ui/link-button.tsx';

export default async function NotFound() {
  const t = await getTranslations('shell');
  return (
    <PlainFrame title={t('notFound.title')}>
      <p>{t('notFound.text')}</p>
      <div>
        <LinkButton href="/" variant="primary">
          {t('notFound.home')}
        </LinkButton>
      </div>
    </PlainFrame>
  );
}
