import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { Code } from '#components/ui/figures';
import { type CulpritSearch, mostTries, searchState, standingSearch } from '#lib/inbound';
import type { PlanPage } from '../plan-page.ts';
import { SearchForm } from './forms.tsx';

type SearchProps = { readonly page: PlanPage };

/** Below what Amazon refused without a reason: the offer to find the SKU, or what was found. */
export async function CulpritSearchPanel({ page }: SearchProps) {
  const { plan, searchOffer } = page;
  const search = standingSearch(plan);
  if (search && (search.endedAt === undefined || search.open.length > 0))
    return <BrokenOff page={page} search={search} />;
  if (search) return <Found page={page} search={search} />;
  return searchOffer ? <Offer page={page} skus={searchOffer.skus} /> : null;
}

type OfferProps = SearchProps & { readonly skus: number };

async function Offer({ page, skus }: OfferProps) {
  const t = await getTranslations('inbound.search');
  return (
    <Alert level="information" title={t('offer.title')}>
      <p>{t('offer.how')}</p>
      <p>{t('offer.worst', { skus, tries: mostTries(skus), more: mostTries(skus) })}</p>
      <SearchForm planId={page.plan.id} version={page.version} act="start" />
    </Alert>
  );
}

type WithSearchProps = SearchProps & { readonly search: CulpritSearch };

async function BrokenOff({ page, search }: WithSearchProps) {
  const t = await getTranslations('inbound.search');
  return (
    <Alert level="warning" title={t('broken.title')}>
      <p>{t('tried', { count: search.tries.length })}</p>
      <p>{t('broken.text', { tag: search.tag })}</p>
      <SearchForm planId={page.plan.id} version={page.version} act="goOn" />
    </Alert>
  );
}

async function Found({ page, search }: WithSearchProps) {
  const t = await getTranslations('inbound.search');
  const { plan, version, searchOffer } = page;
  const { culprits, verdict } = searchState(search);
  const rows = plan.lines.flatMap(({ sku, title }, at) =>
    culprits.includes(sku) ? [{ sku, title, row: at + 1 }] : [],
  );
  const mayTakeOut = rows.length > 0 && rows.length < plan.lines.length;
  const outcome = verdict ?? 'stopped';
  return (
    <Alert
      level={culprits.length > 0 ? 'warning' : 'information'}
      title={t(`verdicts.${outcome}.title`, { count: culprits.length })}
      live
    >
      <p>{t('tried', { count: search.tries.length })}</p>
      {rows.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {rows.map(({ sku, title, row }) => (
            <li key={`${sku} ${row}`}>
              <Code>{sku}</Code> {t('row', { row, title })}
            </li>
          ))}
        </ul>
      )}
      <p>{t(`verdicts.${outcome}.text`, { count: culprits.length })}</p>
      {mayTakeOut && plan.amazonPlanId !== undefined && <p>{t('takeOutCancels')}</p>}
      <div className="flex flex-wrap gap-2">
        {mayTakeOut && (
          <SearchForm planId={plan.id} version={version} act="takeOut" count={culprits.length} />
        )}
        {searchOffer && <SearchForm planId={plan.id} version={version} act="start" />}
      </div>
    </Alert>
  );
}

/** While the search runs: how far it is, and the button that ends it. */
export async function CulpritSearchProgress({ page }: SearchProps) {
  const t = await getTranslations('inbound.search');
  const { plan, version, isStopAsked } = page;
  if (plan.errand?.kind !== 'find-culprit' || !plan.search) return null;
  const { search } = plan;
  const { suspects, culprits, triesLeft, next } = searchState(search);
  return (
    <div className="flex flex-col gap-3 rounded border border-line bg-surface p-4">
      <p>
        {t('tried', { count: search.tries.length })}{' '}
        {next && t('left', { count: triesLeft, suspects: suspects.length || next.length })}
      </p>
      {culprits.length > 0 && (
        <p>{t('foundSoFar', { count: culprits.length, skus: culprits.join(', ') })}</p>
      )}
      <p className="text-sm text-muted">{t('shadows', { tag: search.tag })}</p>
      {isStopAsked ? (
        <output className="block text-sm text-muted">{t('stopping')}</output>
      ) : (
        <SearchForm planId={plan.id} version={version} act="stop" />
      )}
    </div>
  );
}
