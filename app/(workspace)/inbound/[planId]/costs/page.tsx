import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { LinkButton } from '#components/ui/link-button';
import { Tabs } from '#components/ui/tabs';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { quotesFor } from '#lib/inbound';
import { forwarders, planCosts, type ShipmentCosts } from '#lib/inbound/server';
import { planPage, type PlanParams } from '../plan-page.ts';
import { CostTable } from './cost-table.tsx';
import { BillForm } from './form.tsx';
import { QuotesTable } from './quotes-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('costs');
  return { title: t('title') };
}

type CostsPageProps = PlanParams & {
  readonly searchParams: Promise<{ readonly shipment?: string }>;
};

/** What the way to Amazon costs: quotes before, bills after, and what each SKU bears of them. */
export default async function CostsPage({ params, searchParams }: CostsPageProps) {
  const { context, plan } = await planPage((await params).planId);
  const t = await getTranslations('costs');
  const [costs, known] = await Promise.all([planCosts(context, plan.id), forwarders(context)]);
  if (!costs.ok) return <Problems problems={costs.problems} />;
  const { currency, shipments, boxes } = costs.value;
  const tariffs = known.map(({ forwarder }) => forwarder);
  const { shipment: asked } = await searchParams;
  const chosen = shipments.find(({ shipment }) => shipment.id === asked) ?? shipments[0];
  const priced = chosen?.boxes ?? boxes;
  return (
    <>
      <StepHeader title={t('title')} lead={t('lead')} />
      <p className="flex flex-wrap gap-2">
        <LinkButton href="/inbound/forwarders">{t('forwarders.link')}</LinkButton>
        {shipments.some(({ sheet }) => sheet?.ok) && (
          <LinkButton href={`/inbound/${plan.id}/costs/export`} download>
            {t('export')}
          </LinkButton>
        )}
      </p>
      {shipments.length > 1 && (
        <Tabs
          label={t('shipments')}
          tabs={shipments.map((one) => ({
            href: `/inbound/${plan.id}/costs?shipment=${one.shipment.id}`,
            label: [nameOf(one), one.shipment.warehouseId].filter(Boolean).join(' '),
            current: one === chosen,
          }))}
        />
      )}
      {priced.length > 0 && (
        <QuotesTable id="quotes" quotes={quotesFor(tariffs, priced, currency)} />
      )}
      {chosen ? (
        <ShipmentBill
          planId={plan.id}
          costs={chosen}
          currency={currency}
          mayEdit={forbidden(context, 'edit-plans') === undefined}
        />
      ) : (
        <p className="text-muted">{t('noShipments')}</p>
      )}
    </>
  );
}

type ShipmentBillProps = {
  readonly planId: string;
  readonly costs: ShipmentCosts;
  readonly currency: string;
  readonly mayEdit: boolean;
};

function ShipmentBill({ planId, costs, currency, mayEdit }: ShipmentBillProps) {
  const { shipment, version, bill, sheet } = costs;
  return (
    <>
      {mayEdit && (
        <BillForm
          key={`${shipment.id} ${version}`}
          planId={planId}
          shipmentId={shipment.id}
          version={version}
          currency={currency}
          shipment={nameOf(costs)}
          {...(bill && { bill })}
        />
      )}
      {sheet?.ok === false && <Problems problems={sheet.problems} />}
      {sheet?.ok && bill && (
        <CostTable id="costs" shipment={nameOf(costs)} bill={bill} sheet={sheet.value} />
      )}
    </>
  );
}

function nameOf({ shipment }: ShipmentCosts): string {
  return shipment.confirmationId ?? shipment.id;
}
