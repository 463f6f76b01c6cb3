import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '#components/ui/definition-list';
import { Disclosure } from '#components/ui/disclosure';
import { StepHeader } from '#components/wizard/step-header';
import { type KnownAddress, shipFromAddresses } from '#lib/context/server';
import type { Address } from '#lib/kernel';
import { type CasePack, casePacks } from '#lib/listings/server';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { AddAddress } from './add-address.tsx';
import { addressText } from './address-text.ts';
import { CasePacks } from './case-packs.tsx';
import { PlanForm } from './form.tsx';
import { packingChoices } from './packing-choice.ts';
import { PlanTable } from './plan-table.tsx';

type PlanStepProps = PlanParams & {
  readonly searchParams: Promise<{ readonly address?: string }>;
};

export async function generateMetadata({ params }: PlanParams): Promise<Metadata> {
  const { plan } = await planPage((await params).planId);
  const t = await getTranslations('steps');
  return { title: `${t('plan')} · ${plan.name}` };
}

/** How much of each SKU goes in, how it is packed, and from where. */
export default async function PlanStep({ params, searchParams }: PlanStepProps) {
  const page = await planPage((await params).planId);
  const step = page.steps.find(({ id }) => id === 'plan');
  if (!step || step.state === 'locked') return <LockedStep page={page} step="plan" />;
  if (!step.changeable) return <Settled page={page} />;
  const { address } = await searchParams;
  return <Open page={page} {...(address !== undefined && { asked: address })} />;
}

async function Settled({ page }: { readonly page: PlanPage }) {
  const t = await getTranslations('plan');
  const steps = await getTranslations('steps');
  const { plan } = page;
  return (
    <>
      <StepHeader title={steps('plan')} lead={t('leadDone')} />
      {plan.shipFrom && (
        <DefinitionList
          items={[
            {
              key: 'from',
              term: t('shipFrom'),
              value: `${plan.shipFrom.name}, ${addressText(plan.shipFrom)}`,
            },
          ]}
        />
      )}
      <PlanTable plan={plan} />
    </>
  );
}

type OpenProps = { readonly page: PlanPage; readonly asked?: string };

async function Open({ page, asked }: OpenProps) {
  const { plan, context, marketplace, version } = page;
  const t = await getTranslations('plan');
  const steps = await getTranslations('steps');
  const skus = [...new Set(plan.lines.map(({ sku }) => sku))];
  const [addresses, packs] = await Promise.all([
    shipFromAddresses(context),
    casePacks(context, skus),
  ]);
  return (
    <>
      <StepHeader title={steps('plan')} lead={t('lead')} />
      <Disclosure summary={t('address.summary')} open={addresses.length === 0}>
        <AddAddress key={addresses.length} planId={plan.id} country={marketplace.country} />
      </Disclosure>
      <Disclosure summary={t('cases.summary', { count: packs.length })}>
        <CasePacks planId={plan.id} skus={skus} packs={packs} units={marketplace.units} />
      </Disclosure>
      <PlanForm
        planId={plan.id}
        version={version}
        name={plan.name}
        addresses={addresses.map(({ id, address }) => ({
          id,
          name: address.name,
          text: addressText(address),
        }))}
        packsLater={plan.packsLater === true}
        addressId={chosenAddress(addresses, asked, plan.shipFrom)}
        rows={rowsOf(page, packs)}
      />
    </>
  );
}

/** The one just added, or the plan's own, or the usual one. */
function chosenAddress(
  addresses: readonly KnownAddress[],
  asked: string | undefined,
  own: Address | undefined,
): string {
  const text = own && `${own.name} ${addressText(own)}`;
  const found =
    addresses.find(({ id }) => id === asked) ??
    addresses.find(({ address }) => `${address.name} ${addressText(address)}` === text) ??
    addresses[0];
  return found?.id ?? '';
}

function rowsOf({ plan }: PlanPage, packs: readonly CasePack[]) {
  return plan.lines.map((line) => {
    const { choices, chosen } = packingChoices(line, packs);
    return {
      sku: line.sku,
      title: line.title,
      fnsku: line.fnsku ?? '',
      quantity: line.quantity === 0 ? '' : String(line.quantity),
      packing: chosen,
      expiry: line.expiry ?? '',
      choices,
    };
  });
}
