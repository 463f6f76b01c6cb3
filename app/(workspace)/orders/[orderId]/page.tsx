import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/shell/page-header';
import { ProblemText } from '#components/problem-text';
import { CopyButton } from '#components/ui/copy-button';
import { MoneyText } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { TextLink } from '#components/ui/text-link';
import { HistoryList } from '#components/wizard/history-list';
import { forbidden } from '#lib/context/server';
import { problem, type Problem } from '#lib/kernel';
import { checkStanding, isOpen, isPending } from '#lib/orders';
import { cancelHref } from '../cancel-href.ts';
import { OrderBadges, OrderStatusText } from '../order-status.tsx';
import { BuyerPanel } from './buyer-panel.tsx';
import { OrderClocks } from './order-clocks.tsx';
import { OrderItems } from './order-items.tsx';
import { OrderNotes } from './order-notes.tsx';
import { orderPage, type OrderParams } from './order-page.ts';
import { Packages } from './packages.tsx';
import { ToldList } from './told-list.tsx';

export async function generateMetadata({ params }: OrderParams): Promise<Metadata> {
  const { orderId } = await params;
  const t = await getTranslations('order');
  return { title: t('title', { orderId }) };
}

/** One order: where it stands, what is in it, where it goes and what may be done. */
export default async function OneOrderPage(props: OrderParams) {
  const { context, one, order, store, timeZone } = await orderPage(props);
  const t = await getTranslations('order');
  const manage = await getTranslations('orders');
  const now = context.clock.now();
  const mayShip = forbidden(context, 'ship-orders') === undefined;
  // One thing after the other: while Amazon is being told something, nothing else can be.
  const isTelling = one.told.some(({ state }) => state === 'waiting' || state === 'sending');
  return (
    <>
      <PageHeader
        parent={{ href: '/orders', label: manage('title') }}
        title={t('title', { orderId: order.orderId })}
        status={
          <span className="flex flex-wrap items-center gap-2">
            <CopyButton text={order.orderId} what={order.orderId} />
            <OrderStatusText order={order} />
            <OrderBadges order={order} />
          </span>
        }
        lead={
          <>
            {[store?.domain, order.serviceLevel && t('service', { level: order.serviceLevel })]
              .filter(Boolean)
              .join(' · ')}
            {order.total && !isPending(order) && (
              <>
                {' · '}
                <MoneyText amount={order.total} />
              </>
            )}
          </>
        }
        actions={isTelling ? undefined : <Acts {...{ context, order, mayShip, now }} />}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <OrderNotes one={one} />
          <Section title={t('items.caption')}>
            <OrderItems order={order} />
          </Section>
          {order.packages.length > 0 && (
            <Section title={t('packages.title')}>
              <Packages order={order} timeZone={timeZone} mayEdit={mayShip} />
            </Section>
          )}
          {one.told.length > 0 && (
            <Section title={t('told.title')}>
              <ToldList told={one.told} timeZone={timeZone} />
            </Section>
          )}
          <Section title={t('history.title')}>
            <HistoryList
              timeZone={timeZone}
              entries={one.history.toReversed().map(({ transition, at }) => ({
                id: `${transition} ${at}`,
                at,
                who: t(`history.by.${transition}` as 'history.by.T1'),
                what: t(`history.${transition}` as 'history.T1'),
              }))}
            />
          </Section>
        </div>
        <aside className="flex min-w-0 flex-col gap-6">
          <Section title={t('clocks.title')}>
            <OrderClocks one={one} now={now} timeZone={timeZone} />
          </Section>
          <Section title={t('buyer.title')}>
            <Buyer {...{ context, one }} />
          </Section>
          <Section title={t('guidance.title')}>
            <ul className="flex list-disc flex-col gap-1.5 ps-5">
              {one.guidance.map((code) => (
                <li key={code}>{t(`guidance.${code}`)}</li>
              ))}
            </ul>
          </Section>
          {order.originalOrderId !== undefined && (
            <p>
              {t('replaces')}{' '}
              <TextLink href={`/orders/${order.originalOrderId}`} className="font-mono text-sm">
                {order.originalOrderId}
              </TextLink>
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

type SectionProps = { readonly title: string; readonly children: ReactNode };

function Section({ title, children }: SectionProps) {
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

type Page = Awaited<ReturnType<typeof orderPage>>;
type ActsProps = Pick<Page, 'context' | 'order'> & {
  readonly mayShip: boolean;
  readonly now: number;
};

/** Only what Amazon would take is offered. */
async function Acts({ context, order, mayShip, now }: ActsProps) {
  const t = await getTranslations('order.acts');
  if (order.fulfilledBy === 'AMAZON') return null;
  const mayConfirm = mayShip && checkStanding(order, { now }).blocking.length === 0;
  const mayCancel = forbidden(context, 'cancel-orders') === undefined;
  return (
    <>
      {mayCancel && order.packages.length > 0 && (
        <LinkButton href={`/orders/${order.orderId}/refund`}>{t('refund')}</LinkButton>
      )}
      {mayCancel && isOpen(order) && (
        <LinkButton href={cancelHref(order)}>{t('cancel')}</LinkButton>
      )}
      {mayConfirm && (
        <LinkButton href={`/orders/${order.orderId}/confirm`} variant="primary">
          {t('confirm')}
        </LinkButton>
      )}
    </>
  );
}

/** The way to the address, or why there is none. */
function Buyer({ context, one }: Pick<Page, 'context' | 'one'>) {
  const refusal = whyNoBuyer(one) ?? forbidden(context, 'read-buyers');
  if (refusal) return <ProblemText problem={refusal} />;
  return <BuyerPanel orderId={one.order.orderId} />;
}

function whyNoBuyer({ order: { orderId }, buyerState }: Page['one']): Problem | undefined {
  if (buyerState === 'not-told') return problem('buyer-not-told', { orderId });
  if (buyerState === 'role-missing') return problem('buyer-role-missing', { orderId });
  return buyerState === 'purged' ? problem('buyer-purged', { orderId }) : undefined;
}
