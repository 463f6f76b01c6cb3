import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { openContext } from '#lib/context/server';
import { today, type Today } from '#lib/inbound/server';
import { TodayGroup } from './today-group.tsx';
import { TodayLine } from './today-line.tsx';
import { ordersToday, type OrdersToday, TodayOrders } from './today-orders.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('today');
  return { title: t('title') };
}

/** What needs the seller today, the most pressing first. */
export default async function TodayPage() {
  const context = await openContext();
  const t = await getTranslations('today');
  const [now, orders] = await Promise.all([today(context), ordersToday(context)]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        {...(now.hasPlans && {
          actions: (
            <LinkButton href="/inbound" variant="primary">
              {t('newPlan')}
            </LinkButton>
          ),
        })}
      />
      <div className="flex max-w-5xl flex-col gap-6">
        <Groups now={now} orders={orders} />
      </div>
    </>
  );
}

type GroupsProps = { readonly now: Today; readonly orders: readonly OrdersToday[] };

async function Groups({ now, orders }: GroupsProps) {
  const t = await getTranslations('today');
  const { failed, waiting, drafts, short, refused, underWay } = now;
  const open = failed.total + waiting.total + drafts.total + short.total + refused.total;
  const isQuiet = open + orders.length === 0;
  return (
    <>
      {isQuiet && (
        <EmptyState
          title={t(now.hasPlans ? 'nothing' : 'beginTitle')}
          action={
            <div className="flex flex-wrap gap-2">
              <LinkButton href="/listings" variant={now.hasPlans ? 'secondary' : 'primary'}>
                {t('toListings')}
              </LinkButton>
              <LinkButton href="/inbound">{t('newPlan')}</LinkButton>
            </div>
          }
        >
          {t(now.hasPlans ? 'nothingText' : 'beginText')}
        </EmptyState>
      )}
      {orders.map((found) => (
        <TodayOrders key={found.store.id} today={found} now={now.now} />
      ))}
      <TodayGroup title={t('failed')} found={failed}>
        {failed.plans.map((plan) => (
          <TodayLine key={plan.id} plan={plan} now={now.now} kind="failed" />
        ))}
      </TodayGroup>
      <TodayGroup title={t('waiting')} found={waiting}>
        {waiting.plans.map((plan) => (
          <TodayLine key={plan.id} plan={plan} now={now.now} kind="waiting" />
        ))}
      </TodayGroup>
      {refused.total > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="text-lg font-semibold">{t('listings')}</h2>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded border border-line bg-surface px-3 py-2">
            <div className="min-w-0">
              <p className="font-medium">{t('refused', { count: refused.total })}</p>
              <p className="truncate font-mono text-sm text-muted">
                {refused.listings.map(({ sku }) => sku).join(', ')}
                {refused.total > refused.listings.length && ' …'}
              </p>
            </div>
            <LinkButton href="/listings?state=refused">{t('mendListings')}</LinkButton>
          </div>
        </section>
      )}
      <TodayGroup title={t('short')} found={short}>
        {short.plans.map((plan) => (
          <TodayLine key={plan.id} plan={plan} now={now.now} kind="short" />
        ))}
      </TodayGroup>
      <TodayGroup title={t('drafts')} found={drafts}>
        {drafts.plans.map((plan) => (
          <TodayLine key={plan.id} plan={plan} now={now.now} kind="draft" />
        ))}
      </TodayGroup>
      {underWay > 0 && <p className="text-sm text-muted">{t('underWay', { count: underWay })}</p>}
    </>
  );
}
