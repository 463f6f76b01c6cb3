import { getLocale, getTranslations } from 'next-intl/server';
import { Deadline } from '#components/ui/deadline';
import type { Definition } from '#components/ui/definition-list';
import { MoneyText, Quantity } from '#components/ui/figures';
import { TextLink } from '#components/ui/text-link';
import { SideSummary } from '#components/wizard/side-summary';
import {
  boxCount,
  isBeingReceived,
  netFee,
  sumOfCarrier,
  unitCount,
  whyContentsStay,
} from '#lib/inbound';
import { formatWeight } from '#lib/i18n';
import { grams, weightOf } from '#lib/kernel';
import { PlanAgain } from './again/form.tsx';
import type { PlanPage } from './plan-page.ts';

type PlanSummaryProps = { readonly page: PlanPage };

/** The figures and clocks that matter in every step. */
export async function PlanSummary({ page }: PlanSummaryProps) {
  const t = await getTranslations('inbound');
  const costs = await getTranslations('costs');
  const locale = await getLocale();
  const { plan, deadlines, now, timeZone, marketplace } = page;
  const boxGrams = plan.boxes.reduce(
    (sum, box) => sum + (box.weight ? grams(box.weight) * box.copies : 0),
    0,
  );
  const weight =
    marketplace.units === 'imperial'
      ? weightOf(Math.round((boxGrams / 453.59237) * 10) / 10, 'LB')
      : weightOf(Math.round(boxGrams / 100) / 10, 'KG');
  const fee =
    plan.placementConfirmed && netFee(plan.placementConfirmed.offer, marketplace.currency);
  const freight = sumOfCarrier(plan);
  const figures: (Definition | undefined)[] = [
    {
      key: 'marketplace',
      term: t('summary.marketplace'),
      value: marketplace.domain,
    },
    { key: 'skus', term: t('summary.skus'), value: <Quantity value={plan.lines.length} /> },
    { key: 'units', term: t('summary.units'), value: <Quantity value={unitCount(plan)} /> },
    { key: 'boxes', term: t('summary.boxes'), value: <Quantity value={boxCount(plan)} /> },
    boxGrams > 0
      ? { key: 'weight', term: t('summary.weight'), value: formatWeight(locale, weight) }
      : undefined,
    fee ? { key: 'fee', term: t('summary.fee'), value: <MoneyText amount={fee} /> } : undefined,
    freight
      ? { key: 'freight', term: t('summary.freight'), value: <MoneyText amount={freight} /> }
      : undefined,
    plan.shipments.length > 0
      ? {
          key: 'shipments',
          term: t('summary.shipments'),
          value: <Quantity value={plan.shipments.length} />,
        }
      : undefined,
  ];
  const mayChangeContents = plan.shipments.some(
    (shipment) => whyContentsStay(plan, shipment) === undefined,
  );
  const clocks = deadlines.map(({ kind, at }) => ({
    key: kind,
    term: t(`deadlines.${kind}`),
    value: <Deadline at={at} now={now} timeZone={timeZone} />,
  }));
  return (
    <SideSummary
      title={t('summary.title')}
      figures={figures.filter((figure) => figure !== undefined)}
      clocks={clocks}
    >
      <p className="no-print border-t border-line pt-3 text-sm">
        <TextLink href={`/inbound/${plan.id}/costs`}>{costs('title')}</TextLink>
      </p>
      {plan.cancelledAt === undefined && !isBeingReceived(plan) && (
        <p className="no-print text-sm">
          <TextLink href={`/inbound/${plan.id}/cancel`}>{t('cancel.link')}</TextLink>
        </p>
      )}
      {mayChangeContents && (
        <p className="no-print text-sm">
          <TextLink href={`/inbound/${plan.id}/contents`}>{t('contents.link')}</TextLink>
        </p>
      )}
      {plan.amazonPlanId !== undefined && (
        <div className="no-print border-t border-line pt-3">
          <PlanAgain planId={plan.id} />
        </div>
      )}
    </SideSummary>
  );
}
