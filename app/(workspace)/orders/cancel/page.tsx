import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { PageHeader } from '#components/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import type { RadioCard } from '#components/ui/radio-cards';
import { TextLink } from '#components/ui/text-link';
import { forbidden, openContext, type PageContext } from '#lib/context/server';
import {
  CANCEL_REASONS,
  type CancelEffect,
  checkCancel,
  isCancelAsked,
  type Order,
} from '#lib/orders';
import { effectOfCanceling } from '#lib/orders/server';
import { chosenStore } from '../../listings/store.ts';
import { chosenOrders } from '../chosen.ts';
import type { SearchParams } from '../order-view.ts';
import { CancelEffectNote, CountedText } from './effect.tsx';
import { CancelForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.cancel');
  return { title: t('pageTitle') };
}

type CancelPageProps = { readonly searchParams: SearchParams };

/** Canceling one order or many, with what it costs said beside each reason. */
export default async function CancelPage({ searchParams }: CancelPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('order.cancel');
  const { store } = chosenStore(context, params['store']);
  const orders = await chosenOrders(context, params);
  const [first] = orders;
  const back =
    orders.length === 1 && first ? `/orders/${first.orderId}` : `/orders?store=${store.id}`;
  const notAllowed = forbidden(context, 'cancel-orders');
  const refusals = notAllowed
    ? [notAllowed]
    : orders.flatMap((order) => checkCancel(order, { reason: 'NoInventory' }).blocking);
  const possible = orders.filter(
    (order) => checkCancel(order, { reason: 'NoInventory' }).blocking.length === 0,
  );
  const effects = await effectsOf(context, store.id, possible);
  return (
    <>
      <PageHeader
        parent={{ href: back, label: t('parent', { count: orders.length }) }}
        title={t('title', { count: orders.length })}
      />
      <div className="flex max-w-4xl flex-1 flex-col gap-4">
        {first === undefined && (
          <EmptyState
            title={t('noneTitle')}
            action={<LinkButton href="/orders">{t('toOrders')}</LinkButton>}
          >
            {t('noneText')}
          </EmptyState>
        )}
        {refusals.length > 0 && (
          <Problems
            problems={refusals}
            level={possible.length > 0 && !notAllowed ? 'warning' : 'blocking'}
            title={t(possible.length > 0 && !notAllowed ? 'leftOut' : 'notPossible')}
          />
        )}
        {possible.length > 0 && !notAllowed && (
          <>
            <Named orders={possible} />
            <CancelEffectNote effect={effects.other} />
            <CancelForm
              store={store.id}
              orderIds={possible.map(({ orderId }) => orderId)}
              items={possible.length === 1 ? itemsOf(possible[0]) : []}
              reasons={await reasonCards(effects)}
              chosen={possible.every(isCancelAsked) ? 'BuyerCanceled' : 'NoInventory'}
              back={back}
            />
          </>
        )}
      </div>
    </>
  );
}

function itemsOf(order: Order | undefined) {
  return (order?.items ?? [])
    .filter(({ ordered, cancelled }) => ordered > cancelled)
    .map(({ orderItemId, sku, title, ordered }) => ({
      orderItemId,
      text: `${ordered} × ${sku} ${title}`,
    }));
}

const SHOWN = 20;

type NamedProps = { readonly orders: readonly Order[] };

/** Which orders they are, so that nobody cancels what he does not see. */
async function Named({ orders }: NamedProps) {
  const t = await getTranslations('order.cancel');
  const more = orders.length - SHOWN;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {orders.slice(0, SHOWN).map(({ orderId }) => (
        <li key={orderId}>
          <TextLink href={`/orders/${orderId}`} className="font-mono text-sm">
            {orderId}
          </TextLink>
        </li>
      ))}
      {more > 0 && <li className="text-muted">{t('more', { count: more })}</li>}
    </ul>
  );
}

type Effects = { readonly asked: CancelEffect; readonly other: CancelEffect };

/** Only whether the buyer asked decides what counts, so two effects serve all reasons. */
async function effectsOf(
  context: PageContext,
  marketplaceId: string,
  orders: readonly Order[],
): Promise<Effects> {
  const orderIds = orders.map(({ orderId }) => orderId);
  const of = (reason: string) => effectOfCanceling(context, { marketplaceId, orderIds, reason });
  const [asked, other] = await Promise.all([of('BuyerCanceled'), of('NoInventory')]);
  return { asked, other };
}

async function reasonCards({ asked, other }: Effects): Promise<readonly RadioCard[]> {
  const t = await getTranslations('order.cancel.reasons');
  return CANCEL_REASONS.map((reason) => ({
    value: reason,
    title: t(reason),
    detail: <CountedText effect={reason === 'BuyerCanceled' ? asked : other} />,
  }));
}
