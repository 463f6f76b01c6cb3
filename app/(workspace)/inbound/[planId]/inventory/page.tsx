import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { Code } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { StepHeader } from '#components/wizard/step-header';
import type { PlanLine } from '#lib/inbound';
import { findListings } from '#lib/listings/server';
import { listingColumns } from '../../../listings/listing-columns.tsx';
import { ListingFilters } from '../../../listings/listing-filters.tsx';
import { ListingPager } from '../../../listings/listing-pager.tsx';
import {
  isFiltered,
  listingQuery,
  listingView,
  type SearchParams,
} from '../../../listings/listing-view.ts';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { ChosenElsewhere } from './chosen-elsewhere.tsx';
import { InventoryForm } from './form.tsx';

type InventoryStepProps = PlanParams & { readonly searchParams: SearchParams };

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('steps');
  return { title: `${t('inventory')} · ${plan.name}` };
}

/** Which SKUs the plan is about. */
export default async function InventoryStep({ params, searchParams }: InventoryStepProps) {
  const page = await planPage((await params).planId);
  const step = page.steps.find(({ id }) => id === 'inventory');
  if (!step || step.state === 'locked') return <LockedStep page={page} step="inventory" />;
  const steps = await getTranslations('steps');
  const t = await getTranslations('inventory');
  if (!step.changeable) {
    return (
      <>
        <StepHeader title={steps('inventory')} lead={t('leadDone')} />
        <DataTable
          id="chosen"
          caption={t('chosen')}
          captionHidden
          rows={page.plan.lines}
          rowKey={({ sku, expiry }) => `${sku} ${expiry}`}
          columns={chosenColumns(t('title'))}
        />
      </>
    );
  }
  return (
    <>
      <StepHeader title={steps('inventory')} lead={t('lead')} />
      <Choice page={page} params={await searchParams} />
    </>
  );
}

const TABLE = 'inventory';

type ChoiceProps = { readonly page: PlanPage; readonly params: Awaited<SearchParams> };

async function Choice({ page, params }: ChoiceProps) {
  const { plan, context, version } = page;
  const t = await getTranslations('inventory');
  const view = listingView(params);
  const place = { path: `/inbound/${plan.id}/inventory` };
  const { listings, total } = await findListings(context, listingQuery(view, plan.marketplaceId));
  const offered = listings.filter(({ isParent }) => !isParent);
  const skus = new Set(plan.lines.map(({ sku }) => sku));
  const here = new Set(offered.map(({ sku }) => sku));
  const elsewhere = plan.lines.filter(({ sku }) => !here.has(sku));
  if (total === 0 && !isFiltered(view)) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <LinkButton href={`/listings?store=${plan.marketplaceId}`} variant="primary">
            {t('empty.action')}
          </LinkButton>
        }
      >
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <>
      <ListingFilters
        place={place}
        view={view}
        end={<ListingPager place={place} view={view} total={total} />}
      />
      <InventoryForm
        planId={plan.id}
        version={version}
        table={TABLE}
        shown={offered.map(({ id }) => id)}
        elsewhere={new Set(elsewhere.map(({ sku }) => sku)).size}
      >
        <ChosenElsewhere lines={elsewhere} />
        <DataTable
          id={TABLE}
          caption={t('caption')}
          captionHidden
          columns={await listingColumns(place, view)}
          rows={offered}
          rowKey={({ id }) => id}
          selection={{
            name: 'ids[]',
            value: ({ id }) => id,
            label: ({ sku }) => sku,
            selected: ({ sku }) => skus.has(sku),
          }}
          empty={
            <EmptyState
              title={t('noneFound')}
              action={<LinkButton href={place.path}>{t('clear')}</LinkButton>}
            />
          }
        />
      </InventoryForm>
    </>
  );
}

function chosenColumns(title: string): readonly Column<PlanLine>[] {
  return [
    { key: 'sku', header: 'SKU', cell: ({ sku }) => <Code>{sku}</Code> },
    { key: 'title', header: title, cell: (line) => line.title, wrap: true },
    { key: 'asin', header: 'ASIN', cell: ({ asin }) => <Code>{asin}</Code> },
    {
      key: 'fnsku',
      header: 'FNSKU',
      cell: ({ fnsku }) => (fnsku === undefined ? '—' : <Code>{fnsku}</Code>),
    },
  ];
}
