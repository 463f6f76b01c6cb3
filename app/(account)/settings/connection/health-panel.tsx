import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Alert } from '#components/ui/alert';
import { DefinitionList } from '#components/ui/definition-list';
import { Disclosure } from '#components/ui/disclosure';
import { Code } from '#components/ui/figures';
import { DateText, DateTimeText } from '#components/ui/times';
import type { ConnectionFacts } from '#lib/context';
import {
  type ConnectionHealth,
  contextOfConnection,
  healthOf,
  openAccount,
} from '#lib/context/server';
import { formatNumber } from '#lib/i18n';
import { lastLookAt } from '#lib/inbound/server';
import { type Instant, marketplaceById, optional } from '#lib/kernel';
import { importsOf } from '#lib/listings/server';
import { readSync } from '#lib/orders/server';

type HealthPanelProps = { readonly connection: ConnectionFacts };

/** How the connection is: token, roles, what was read when, limits, and what Amazon said unheard of. */
export async function HealthPanel({ connection }: HealthPanelProps) {
  const t = await getTranslations('settings.connection.health');
  const { db, workspaceId } = await openAccount();
  const health = await healthOf(db, { workspaceId, connectionId: connection.id });
  const read = await lastRead(connection);
  const [store = ''] = connection.marketplaceIds;
  const timeZone = marketplaceById(store)?.timeZone ?? 'UTC';
  const when = (at: Instant | undefined) =>
    at === undefined ? t('never') : <DateTimeText at={at} timeZone={timeZone} />;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3">
      <h3 className="font-semibold">{t('title')}</h3>
      <Troubles health={health} />
      <DefinitionList
        items={[
          {
            key: 'token',
            term: t('token'),
            value: (
              <>
                {when(health.token?.okAt)}
                {health.token?.isFailing && <> · {t('tokenFailing')}</>}
              </>
            ),
          },
          {
            key: 'renew',
            term: t('renew'),
            value:
              health.renewBy === undefined ? (
                t('unknown')
              ) : (
                <DateText at={health.renewBy} timeZone={timeZone} />
              ),
          },
          { key: 'listings', term: t('read.listings'), value: when(read.listings) },
          { key: 'orders', term: t('read.orders'), value: when(read.orders) },
          { key: 'inbound', term: t('read.inbound'), value: when(read.inbound) },
          { key: 'calls', term: t('calls'), value: t('callCount', { count: health.calls }) },
          { key: 'last', term: t('lastCall'), value: when(health.lastCallAt) },
        ]}
      />
      <Limits health={health} when={when} />
    </section>
  );
}

async function Troubles({ health }: { readonly health: ConnectionHealth }) {
  const t = await getTranslations('settings.connection.health');
  const { token, denied, unknownCodes } = health;
  return (
    <>
      {token?.isFailing && (
        <Alert level="blocking" title={t('tokenFailedTitle')}>
          {t('tokenFailedText', { reason: token.failure ?? '' })}
        </Alert>
      )}
      {denied.length > 0 && (
        <Alert level="warning" title={t('deniedTitle')}>
          <p>{t('deniedText')}</p>
          <ul className="list-disc ps-5">
            {denied.map(({ operation }) => (
              <li key={operation}>
                <Code>{operation}</Code>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {unknownCodes.length > 0 && (
        <Alert level="information" title={t('codesTitle', { count: unknownCodes.length })}>
          <p>{t('codesText')}</p>
          <ul className="list-disc ps-5">
            {unknownCodes.map(({ code, count }) => (
              <li key={code}>
                <Code>{code}</Code> {t('times', { count })}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

type LimitsProps = {
  readonly health: ConnectionHealth;
  readonly when: (at: Instant | undefined) => ReactNode;
};

async function Limits({ health, when }: LimitsProps) {
  const t = await getTranslations('settings.connection.health');
  const locale = await getLocale();
  const { limits } = health;
  if (limits.length === 0) return <p className="text-sm text-muted">{t('limitsAsDocumented')}</p>;
  const perSecond = (rate: number) => formatNumber(locale, Number(rate.toPrecision(3)));
  return (
    <Disclosure summary={t('limits', { count: limits.length })}>
      <ul className="flex flex-col gap-1 text-sm">
        {limits.map(({ operation, documented, rate, throttledAt }) => (
          <li key={operation}>
            <Code>{operation}</Code>{' '}
            {t('limit', { documented: perSecond(documented), rate: perSecond(rate) })}{' '}
            {throttledAt !== undefined && (
              <>
                {t('throttled')} {when(throttledAt)}
              </>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

type LastRead = {
  readonly listings?: Instant;
  readonly orders?: Instant;
  readonly inbound?: Instant;
};

async function lastRead({ id, marketplaceIds }: ConnectionFacts): Promise<LastRead> {
  const { db } = await openAccount();
  const context = await contextOfConnection(db, id);
  if (!context) return {};
  const newest = (times: readonly (Instant | undefined)[]) => {
    const known = times.filter((at) => at !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  };
  const [imports, syncs, inbound] = await Promise.all([
    Promise.all(marketplaceIds.map((store) => importsOf(context, store))),
    Promise.all(marketplaceIds.map((store) => readSync(context, store))),
    lastLookAt(context),
  ]);
  return {
    ...optional('listings', newest(imports.map(({ syncedAt }) => syncedAt))),
    ...optional('orders', newest(syncs.map(({ syncedAt }) => syncedAt))),
    ...optional('inbound', inbound),
  };
}
