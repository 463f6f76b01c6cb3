'use client';

import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList } from '#components/ui/definition-list';
import { formatDate } from '#lib/i18n';
import {
  type Assumptions,
  type Circumstances,
  COST_LINES,
  type CostLine,
  type LeadDays,
  type LeadTimes,
  PARTNERED,
} from '#lib/inbound';
import { useWayWords, type Way } from './way.ts';

type ExplanationProps = {
  readonly way: Way;
  /** absent where it is the cheapest itself */
  readonly cheapest?: Way;
  readonly assumptions: Assumptions;
  readonly circumstances: Circumstances;
  readonly leads: LeadTimes;
  readonly currency: string;
  readonly timeZone: string;
};

/** Line by line what a way costs, and day by day how long it takes. */
export function Explanation(props: ExplanationProps) {
  const { way, cheapest, currency } = props;
  const t = useTranslations('board');
  const { amount, placementName, carrierName } = useWayWords(currency);
  const { placement, carrier, point } = way;

  function lineName(line: CostLine): string {
    if (line === 'freight') {
      return carrier.cost
        ? t('freightQuoted', { carrier: carrier.carrierName })
        : t('freightTariff');
    }
    if (line === 'boxes') return t('lines.boxes', { count: placement.boxCount });
    if (line === 'extra-shipments') {
      return t('lines.extra-shipments', { count: placement.shipments.length - 1 });
    }
    return t(`lines.${line}`);
  }

  const perUnit = Math.round(point.total / Math.max(1, placement.unitCount));
  return (
    <section
      aria-labelledby="explanation"
      className="flex flex-col gap-2 rounded border border-line bg-surface p-3"
    >
      <h3 id="explanation" className="font-semibold">
        {t('explain')}
      </h3>
      <p>
        {placementName(placement)}, {carrierName(carrier)}
      </p>
      <DefinitionList
        figures
        items={[
          ...COST_LINES.map((line) => ({
            key: line,
            term: lineName(line),
            value: amount(point.lines[line]),
          })),
          { key: 'total', term: t('total'), value: <strong>{amount(point.total)}</strong> },
          { key: 'unit', term: t('perUnit'), value: amount(perUnit) },
        ]}
      />
      <h4 className="font-medium">{t('when')}</h4>
      <When {...props} />
      {cheapest && (
        <p className="text-sm text-muted">
          {t('compared', {
            amount: amount(point.total - cheapest.point.total),
            days: Math.max(0, cheapest.point.days - point.days),
          })}
        </p>
      )}
    </section>
  );
}

function When({ way, assumptions, circumstances, leads, timeZone }: ExplanationProps) {
  const t = useTranslations('board');
  const locale = useLocale();
  const { point, carrier } = way;
  const isPartnered = carrier.solution === PARTNERED;
  const transit = isPartnered ? assumptions.partneredDays : assumptions.ownDays;

  function basis({ days, shipments }: LeadDays, used: number): string {
    if (days !== used) return t('basisTyped');
    return shipments === 0 ? t('basisGuess') : t('basisHistory', { count: shipments });
  }

  return (
    <p>
      {t('whenAll', {
        days: point.days,
        date: formatDate(locale, circumstances.readyAt, timeZone),
        transit,
        transitBasis: basis(isPartnered ? leads.partnered : leads.own, transit),
        receivingBasis: basis(leads.receiving, assumptions.receivingDays),
      })}{' '}
      {point.firstDays < point.days && t('whenFirst', { days: point.firstDays })}
    </p>
  );
}
