import { getLocale, getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DataTable } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Code, Quantity } from '#components/ui/figures';
import { formatMoney, formatNumber, type Locale } from '#lib/i18n';
import { type ContentPreview, type PlanShipment, priceOfChange, unitsOf } from '#lib/inbound';
import { type Money, money, optional } from '#lib/kernel';
import type { PlanPage } from '../plan-page.ts';
import { AgreeForm } from './form.tsx';

type ShownPreviewProps = {
  readonly page: PlanPage;
  readonly shipment: PlanShipment;
  readonly preview: ContentPreview;
};

/** What a change does to units and freight, and the button that agrees to it. */
export async function ShownPreview({ page, shipment, preview }: ShownPreviewProps) {
  const t = await getTranslations('inbound.contents');
  const locale = await getLocale();
  const { plan, version, now, timeZone } = page;
  const price = priceOfChange(shipment, preview);
  const { cost } = preview.transport;
  const before = shipment.transport?.cost;
  const rows = shipment.items
    .map(({ sku, shipped }) => ({ sku, shipped, units: unitsOf(sku, preview.boxes) }))
    .filter(({ shipped, units }) => shipped !== units);
  return (
    <Alert level="information" title={t('shownTitle')}>
      <p>
        {cost && before
          ? t('priceFrom', { now: formatMoney(locale, before), after: formatMoney(locale, cost) })
          : t('nothingPaid')}
      </p>
      <DataTable
        id="content-changes"
        caption={t('change')}
        captionHidden
        rows={rows}
        rowKey={({ sku }) => sku}
        columns={[
          { key: 'sku', header: t('sku'), cell: ({ sku }) => <Code>{sku}</Code> },
          {
            key: 'units',
            header: t('unit'),
            numeric: true,
            cell: ({ units }) => <Quantity value={units} />,
          },
          {
            key: 'change',
            header: t('change'),
            numeric: true,
            cell: ({ shipped, units }) =>
              (units > shipped ? '+' : '') + formatNumber(locale, units - shipped),
          },
        ]}
      />
      {preview.expiresAt !== undefined && (
        <p>
          {t('until')} <Deadline at={preview.expiresAt} now={now} timeZone={timeZone} />
        </p>
      )}
      <AgreeForm
        planId={plan.id}
        version={version}
        shipmentId={shipment.id}
        previewId={preview.id}
        {...optional('price', price)}
        action={actionFor(price, cost, locale, t)}
      />
    </Alert>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'inbound.contents'>>>;

function actionFor(
  price: Money | undefined,
  cost: Money | undefined,
  locale: Locale,
  t: Words,
): string {
  if (!price || !cost) return t('confirmFree');
  if (price.minor === 0) return t('confirmSame', { amount: formatMoney(locale, cost) });
  const amount = formatMoney(locale, money(Math.abs(price.minor), price.currency));
  return t(price.minor > 0 ? 'confirmMore' : 'confirmLess', { amount });
}
