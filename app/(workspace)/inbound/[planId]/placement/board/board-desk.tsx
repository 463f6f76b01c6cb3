'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Alert } from '#components/ui/alert';
import { Checkbox } from '#components/ui/checkbox';
import { EmptyState } from '#components/ui/empty-state';
import {
  type AssumptionField,
  type Assumptions,
  type BoardPlacement,
  boardRows,
  type Circumstances,
  landedCosts,
  type LeadTimes,
  pointKey,
  readAssumptions,
  type TypedAssumptions,
} from '#lib/inbound';
import { AcceptWay } from './accept-way.tsx';
import { AssumptionsPanel } from './assumptions-panel.tsx';
import { Explanation } from './explanation.tsx';
import { UnpricedList } from './unpriced-list.tsx';
import type { Way } from './way.ts';
import { WaysPlot } from './ways-plot.tsx';
import { WaysTable } from './ways-table.tsx';

export type BoardDeskProps = {
  readonly planId: string;
  readonly version: number;
  readonly marketplaceId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly placements: readonly BoardPlacement[];
  readonly circumstances: Circumstances;
  readonly leads: LeadTimes;
  /** readable ones, for while what is typed is not */
  readonly assumptions: Assumptions;
  readonly typed: TypedAssumptions;
  readonly mayAccept: boolean;
};

/** More rows than a person compares; those that nothing beats are always among them. */
const MOST_ROWS = 100;

/** The picture, the figures, what they are made of and what is assumed: all follow what is typed. */
export function BoardDesk(props: BoardDeskProps) {
  const { placements, circumstances, currency, timeZone, leads } = props;
  const t = useTranslations('board');
  const [typed, setTyped] = useState(props.typed);
  const [chosenKey, setChosenKey] = useState<string>();
  const [bestOnly, setBestOnly] = useState(false);
  const read = readAssumptions(typed, currency);
  const [good, setGood] = useState(props.assumptions);
  const assumptions = read.ok ? read.value : good;
  const text = JSON.stringify(assumptions);
  const costs = useMemo(
    () => landedCosts(placements, circumstances, JSON.parse(text) as Assumptions),
    [placements, circumstances, text],
  );
  const ways = useMemo(() => waysOf(placements, costs.points), [placements, costs]);
  const cheapestKey = costs.cheapest && pointKey(costs.cheapest);
  const fastestKey = costs.fastest && pointKey(costs.fastest);
  const cheapest = ways.find(({ key }) => key === cheapestKey);
  const chosen = ways.find(({ key }) => key === chosenKey) ?? cheapest;
  const listed = ways.filter(
    ({ point, key }, index) =>
      point.isUndominated || key === chosen?.key || (!bestOnly && index < MOST_ROWS),
  );

  function type(field: AssumptionField, value: string): void {
    if (read.ok) setGood(read.value);
    setTyped({ ...typed, [field]: value });
  }

  return (
    <>
      {chosen === undefined ? (
        <EmptyState title={t('allUnpriced')}>{t('allUnpricedText')}</EmptyState>
      ) : (
        <AcceptWay {...props} ways={ways} chosen={chosen}>
          <WaysPlot ways={ways} chosen={chosen} currency={currency} onChoose={setChosenKey} />
          <Checkbox
            name="bestOnly"
            label={t('bestOnly')}
            checked={bestOnly}
            onChange={(event) => setBestOnly(event.target.checked)}
          />
          <WaysTable
            ways={listed}
            chosenKey={chosen.key}
            currency={currency}
            timeZone={timeZone}
            cheapestKey={cheapestKey}
            fastestKey={fastestKey}
            onChoose={setChosenKey}
          />
          {!bestOnly && listed.length < ways.length && (
            <p className="text-sm text-muted">
              {t('more', { count: ways.length - listed.length })}
            </p>
          )}
          <Explanation
            way={chosen}
            assumptions={assumptions}
            circumstances={circumstances}
            leads={leads}
            currency={currency}
            timeZone={timeZone}
            {...(cheapest && chosen.key !== cheapest.key && { cheapest })}
          />
          {props.mayAccept && (
            <Alert level="warning" title={t('finalTitle')}>
              {t('finalText')}
            </Alert>
          )}
        </AcceptWay>
      )}
      <UnpricedList placements={placements} unpriced={costs.unpriced} currency={currency} />
      <AssumptionsPanel
        marketplaceId={props.marketplaceId}
        currency={currency}
        typed={typed}
        leads={leads}
        problems={read.ok ? [] : read.problems}
        mayKeep={props.mayAccept}
        onType={type}
      />
    </>
  );
}

function waysOf(
  placements: readonly BoardPlacement[],
  points: Parameters<typeof boardRows>[0],
): Way[] {
  const byId = new Map(placements.map((placement) => [placement.id, placement]));
  return boardRows(points).flatMap((row) => {
    const placement = byId.get(row.point.placementId);
    const carrier = placement?.carriers.find(({ id }) => id === row.point.carrierId);
    return placement && carrier ? [{ ...row, key: pointKey(row.point), placement, carrier }] : [];
  });
}
