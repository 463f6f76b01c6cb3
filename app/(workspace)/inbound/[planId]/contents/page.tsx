import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { DataTable } from '#components/ui/data-table';
import { Code, Quantity } from '#components/ui/figures';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { TextLink } from '#components/ui/text-link';
import { StepHeader } from '#components/wizard/step-header';
import { checkContentChange, type PlanShipment, tolerances, whyContentsStay } from '#lib/inbound';
import { contentPreviews } from '#lib/inbound/server';
import { optional, writeTicks } from '#lib/kernel';
import { LockedStep } from '../locked-step.tsx';
import { planPage, type PlanPage, type PlanParams } from '../plan-page.ts';
import { ContentsForm, type ShownBox } from './form.tsx';
import { ShownPreview } from './shown-preview.tsx';

type ContentsPageProps = PlanParams & {
  readonly searchParams: Promise<{
    readonly shipment?: string;
    readonly box?: string;
    readonly more?: string;
  }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('inbound.contents');
  return { title: t('title') };
}

const MOST_SHOWN = 40;
const MOST_NEW = 10;

/** Units and boxes of a shipment, changed after its carrier was confirmed. */
export default async function ContentsPage({ params, searchParams }: ContentsPageProps) {
  const { planId } = await params;
  const { shipment: asked, box = '', more = '0' } = await searchParams;
  const page = await planPage(planId);
  const t = await getTranslations('inbound.contents');
  const { plan, context, version, now, marketplace } = page;
  const shipment = plan.shipments.find(({ id }) => id === asked) ?? plan.shipments[0];
  if (!shipment || plan.transportConfirmedAt === undefined)
    return <LockedStep page={page} step="receiving" />;
  const stays = whyContentsStay(plan, shipment);
  const preview = (await contentPreviews(context, planId)).find(
    ({ shipmentId, expiresAt = now + 1 }) => shipmentId === shipment.id && now < expiresAt,
  );
  const found = shipment.boxes.filter(({ boxId = '' }) => boxId.includes(box.toUpperCase().trim()));
  const shown = found.slice(0, MOST_SHOWN);
  const fresh = Math.min(MOST_NEW, Math.max(0, Number.parseInt(more, 10) || 0));
  const here = `/inbound/${planId}/contents?shipment=${shipment.id}`;
  return (
    <>
      <StepHeader title={t('title')} lead={t('lead')} />
      <Shipments page={page} chosen={shipment} />
      {stays ? (
        <Problems problems={[stays]} />
      ) : (
        <>
          {preview && (
            <>
              <Problems
                problems={checkContentChange(plan, shipment, preview.boxes).warnings}
                level="warning"
              />
              <ShownPreview page={page} shipment={shipment} preview={preview} />
            </>
          )}
          <Tolerances shipment={shipment} />
          <p className="max-w-[70ch] text-sm text-muted">{t('source')}</p>
          {shipment.boxes.length > MOST_SHOWN && (
            <form action={`/inbound/${planId}/contents`} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="shipment" value={shipment.id} />
              <TextField name="box" label={t('find')} hint={t('findHint')} defaultValue={box} />
              <SubmitButton>{t('show')}</SubmitButton>
            </form>
          )}
          <p className="text-sm text-muted">
            {t('shown', { shown: shown.length, count: shipment.boxes.length })}
          </p>
          <ContentsForm
            key={`${shipment.id} ${version} ${box} ${fresh}`}
            planId={planId}
            version={version}
            shipmentId={shipment.id}
            boxes={[
              ...shown.map((each) => shownBox(each, marketplace.units)),
              ...Array.from({ length: fresh }, (_, index) =>
                newBox(shipment, t('newBox', { number: index + 1 }), marketplace.units),
              ),
            ]}
          />
          <p className="flex flex-wrap gap-2">
            <LinkButton href={`${here}&box=${encodeURIComponent(box)}&more=${fresh + 1}`}>
              {t('addBox')}
            </LinkButton>
          </p>
          <p className="text-sm text-muted">{t('beyond')}</p>
        </>
      )}
    </>
  );
}

type Units = PlanPage['marketplace']['units'];

function shownBox(box: PlanShipment['boxes'][number], units: Units): ShownBox {
  const { packageId, boxId, weight, items } = box;
  return {
    ...newMeasures(units),
    packageId,
    name: boxId ?? packageId,
    weight: weight ? writeTicks(weight.amount) : '',
    ...optional('weightUnit', weight?.unit),
    items: items.map((item) => ({ ...item, quantity: String(item.quantity) })),
  };
}

function newBox({ items }: PlanShipment, name: string, units: Units): ShownBox {
  return {
    ...newMeasures(units),
    name,
    weight: '',
    items: items.map(({ sku }) => ({ sku, quantity: '' })),
  };
}

function newMeasures(units: Units) {
  const isImperial = units === 'imperial';
  return { weightUnit: isImperial ? 'LB' : 'KG', lengthUnit: isImperial ? 'IN' : 'CM' } as const;
}

type ShipmentsProps = { readonly page: PlanPage; readonly chosen: PlanShipment };

async function Shipments({ page, chosen }: ShipmentsProps) {
  const { plan } = page;
  const t = await getTranslations('inbound.contents');
  return (
    <p className="flex flex-wrap items-center gap-3">
      {t('shipment')}
      {plan.shipments.map(({ id, confirmationId }) =>
        id === chosen.id ? (
          <Code key={id}>{confirmationId ?? id}</Code>
        ) : (
          <TextLink key={id} href={`/inbound/${plan.id}/contents?shipment=${id}`}>
            {confirmationId ?? id}
          </TextLink>
        ),
      )}
    </p>
  );
}

type TolerancesProps = { readonly shipment: PlanShipment };

async function Tolerances({ shipment }: TolerancesProps) {
  const t = await getTranslations('inbound.contents');
  const span = (confirmed: number, by: number) =>
    t('span', { least: Math.max(0, confirmed - by), most: confirmed + by });
  return (
    <DataTable
      id="tolerances"
      caption={t('left')}
      rows={tolerances(shipment)}
      rowKey={({ sku }) => sku}
      columns={[
        { key: 'sku', header: t('sku'), cell: ({ sku }) => <Code>{sku}</Code> },
        {
          key: 'confirmed',
          header: t('confirmed'),
          numeric: true,
          cell: ({ confirmed }) => <Quantity value={confirmed} />,
        },
        {
          key: 'now',
          header: t('now'),
          numeric: true,
          cell: ({ now }) => <Quantity value={now} />,
        },
        {
          key: 'safe',
          header: t('range'),
          numeric: true,
          cell: ({ confirmed, safe }) => span(confirmed, safe),
        },
        {
          key: 'most',
          header: t('rangeMost'),
          numeric: true,
          cell: ({ confirmed, most }) => span(confirmed, most),
        },
      ]}
    />
  );
}
