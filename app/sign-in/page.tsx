import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PlainFrame } from '#components/shell/plain-frame';
import { currentSession, hasNoUser } from '#lib/auth/server';
import { db } from '#lib/db';
import { SignInForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accounts');
  return { title: t('signIn.title') };
}

type SignInPageProps = { readonly searchParams: Promise<{ readonly to?: string }> };

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await hasNoUser({ db: db(), clock: { now: Date.now } })) redirect('/welcome');
  if (await currentSession()) redirect('/');
  const t = await getTranslations('accounts');
  const { to } = await searchParams;
  return (
    <PlainFrame title={t('signIn.title')}>
      <p className="text-muted">{t('signIn.lead')}</p>
      <SignInForm to={typeof to === 'string' ? to : ''} />
    </PlainFrame>
  );
}
