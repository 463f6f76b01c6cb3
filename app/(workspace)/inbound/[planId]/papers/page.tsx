import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Problems } from '#components/problems';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { type Freight, markOfBox, PARTNERED, type PlanShipment, whyNotPrinted } from '#lib/inbound';
import { optional } from '#lib/kernel';
import { printsOf } from '#lib/inbound/server';
import { findBoxLabelFormat, type PaperSize } from '#lib/labels';
import { thisPrinter } from '../../../../printing/this-printer.ts';
import { planPage, type PlanParams } from '../plan-page.ts';
import { PrinterChoice } from '../../../../printing/printer-choice.tsx';
import { LookAgainOnReturn } from '../box-labels/look-again-on-return.tsx';
import { PaperDesk, type PaperGroup } from './paper-desk.tsx';
import { PaperLog } from './paper-log.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('papers');
  return { title: t('title') };
}

/** Everything that is printed for a plan besides item labels and box labels. */
export default async function PapersPage({ params }: PlanParams) {
  const page = await planPage((await params).planId);
  const { plan, context, marketplace, timeZone } = page;
  const t = await getTranslations('papers');
  const { printers, chosen } = await thisPrinter(context);
  const prints = (await printsOf(context, plan.id)).filter(
    ({ kind }) => kind !== 'item-labels' && kind !== 'box-labels',
  );
  const notPrinted = whyNotPrinted(plan) ?? forbidden(context, 'print-labels');
  const size: PaperSize = chosen?.paper ?? (marketplace.region === 'NA' ? 'LETTER' : 'A4');
  const boxPaper = findBoxLabelFormat(chosen?.boxPaper ?? 'PackageLabel_Thermal');
  const groups: readonly PaperGroup[] = [
    {
      name: t('ofPlan'),
      kinds: [
        'pick-list',
        'prep',
        'bench-sheet',
        ...(plan.boxes.length > 0 ? (['packing-guide'] as const) : []),
      ],
    },
    ...plan.shipments.map((shipment) => ({
      name: t('ofShipment', { shipment: shipment.confirmationId ?? shipment.id }),
      shipmentId: shipment.id,
      kinds: kindsFor(shipment, plan.marketplaceId),
      ...optional('pallets', palletsOf(plan.freight, shipment.id)),
      problem: whyNotPrinted(plan, shipment),
    })),
  ];
  return (
    <>
      <StepHeader title={t('title')} lead={t('lead')} />
      {notPrinted ? (
        <Problems problems={[notPrinted]} />
      ) : (
        <>
          <PrinterChoice printers={printers} chosen={chosen} />
          <PaperDesk
            key={chosen?.id}
            planId={plan.id}
            groups={groups}
            size={size}
            labelWidthMm={boxPaper?.pageWidthMm ?? 101.6}
          />
          {plan.shipments.length === 0 && <p className="text-muted">{t('none')}</p>}
        </>
      )}
      <LookAgainOnReturn />
      <PaperLog prints={prints} shipments={plan.shipments} timeZone={timeZone} />
    </>
  );
}

// What needs a confirmation id waits for it; content codes are of contents that are known here, and
// heavy sheets are offered where a box is heavy.
function kindsFor(shipment: PlanShipment, marketplaceId: string): PaperGroup['kinds'] {
  const isHeavy = shipment.boxes.some((box) => markOfBox(marketplaceId, box) !== undefined);
  const isFreight = shipment.transport?.mode.startsWith('FREIGHT') ?? false;
  const isConfirmed = shipment.confirmationId !== undefined;
  const isKnown = shipment.boxes.every(({ items }) => items.length > 0);
  return [
    'pack-lists',
    'summary',
    'contents',
    ...(isConfirmed && isKnown ? (['content-2d'] as const) : []),
    ...(isHeavy ? (['handling'] as const) : []),
    ...(isFreight && isConfirmed ? (['pallet-labels', 'freight'] as const) : []),
    ...(isFreight && isConfirmed && shipment.transport?.solution === PARTNERED
      ? (['bill-of-lading'] as const)
      : []),
  ];
}

function palletsOf(freight: Freight | undefined, shipmentId: string): number | undefined {
  const own = freight?.shipments.find((each) => each.shipmentId === shipmentId);
  return own?.pallets.reduce((sum, { count }) => sum + count, 0) || undefined;
}
