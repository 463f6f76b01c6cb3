import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { Disclosure } from '#components/ui/disclosure';
import { EmptyState } from '#components/ui/empty-state';
import { SubmitButton } from '#components/ui/submit-button';
import { PlainDateText } from '#components/ui/times';
import { openContext } from '#lib/context/server';
import { CLAIM_WINDOWS_CHECKED } from '#lib/inbound';
import { calendarFeed, clocks } from '#lib/inbound/server';
import { revokeFeed } from './actions.ts';
import { ClockTable } from './clock-table.tsx';
import { FeedForm } from './feed-form.tsx';
import { spansOf } from './spans.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clocks');
  return { title: t('title') };
}

/** Every moment at which something lapses, over all plans, the nearest first. */
export default async function ClocksPage() {
  const context = await openContext();
  const t = await getTranslations('clocks');
  const inbound = await getTranslations('inbound');
  const [{ clocks: found, now }, feed] = await Promise.all([
    clocks(context),
    calendarFeed(context),
  ]);
  const hasClaims = found.some(({ kind }) => kind === 'claim-soonest' || kind === 'claim-latest');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        parent={{ href: '/inbound', label: inbound('title') }}
      />
      <div className="flex max-w-6xl flex-col gap-6">
        {found.length === 0 && <EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        {spansOf(found, now).map(({ span, clocks: own }) => (
          <ClockTable key={span} span={span} clocks={own} now={now} />
        ))}
        <Disclosure summary={t('feed.title')}>
          <div className="flex flex-col items-start gap-3">
            <p className="max-w-[70ch] text-muted">{t('feed.lead')}</p>
            <FeedForm isThere={feed !== undefined} />
            {feed && (
              <form action={revokeFeed}>
                <SubmitButton variant="quiet" size="small">
                  {t('feed.revoke')}
                </SubmitButton>
              </form>
            )}
          </div>
        </Disclosure>
        {hasClaims && (
          <p className="text-sm text-muted">
            {t.rich('claimSource', {
              day: () => <PlainDateText day={CLAIM_WINDOWS_CHECKED} />,
            })}
          </p>
        )}
      </div>
    </>
  );
}
