import { getTranslations } from 'next-intl/server';
import { contextOfConnection } from '#lib/context/server';
import { db } from '#lib/db';
import { addressOfHouse } from '#lib/env';
import { formatMoney, isLocale, DEFAULT_LOCALE } from '#lib/i18n';
import { writeCalendar } from '#lib/inbound';
import { clocks, openCalendarFeed } from '#lib/inbound/server';
import { marketplaceById } from '#lib/kernel';

type FeedParams = { readonly params: Promise<{ readonly token: string }> };

/** The clocks of a connection, for who holds the address; it says nothing of who it belongs to. */
export async function GET(_: Request, { params }: FeedParams): Promise<Response> {
  const token = (await params).token.replace(/\.ics$/, '');
  const feed = await openCalendarFeed(db(), token);
  const context = feed && (await contextOfConnection(db(), feed.connectionId));
  if (!feed || !context) return new Response(null, { status: 404, headers: PRIVATE });
  const locale = isLocale(feed.locale) ? feed.locale : DEFAULT_LOCALE;
  const t = await getTranslations({ locale, namespace: 'clocks' });
  const { clocks: found, now } = await clocks(context);
  const [marketplaceId = ''] = context.connection.marketplaceIds;
  const calendar = writeCalendar({
    name: t('feed.name', { connection: context.connection.name }),
    timeZone: marketplaceById(marketplaceId)?.timeZone ?? 'UTC',
    now,
    events: found.map(({ kind, at, planId, planName, place, shipment = '', money }) => ({
      uid: `${planId}-${kind}-${shipment}@firstleg`,
      at,
      summary: [t(`kinds.${kind}.name`), planName, shipment].filter(Boolean).join(' · '),
      description: [t(`kinds.${kind}.then`), money && formatMoney(locale, money)]
        .filter(Boolean)
        .join('\n'),
      url: `${addressOfHouse()}/inbound/${planId}/${place}`,
    })),
  });
  return new Response(calendar, {
    headers: { ...PRIVATE, 'content-type': 'text/calendar; charset=utf-8' },
  });
}

const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };
