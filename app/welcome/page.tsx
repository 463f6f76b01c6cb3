import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PlainFrame } from '#components/shell/plain-frame';
import { hasNoUser } from '#lib/auth/server';
import { db } from '#lib/db';
import { WelcomeForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts');
  return { title: t('welcome.title') };
}

/** The first owner is made here, once. */
export default async function WelcomePage() {
  if (!(await hasNoUser({ db: db(), clock: { now: Date.now } }))) redirect('/sign-in');
  const t = await getTranslations('accounts');
  return (
    <PlainFrame title={t('welcome.title')}>
      <p className="text-muted">{t('welcome.lead')}</p>
      <WelcomeForm />
    </PlainFrame>
  );
}
