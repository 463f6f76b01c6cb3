'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import type { IdenticalProposal } from '#lib/cartonization';
import { formatMoney } from '#lib/i18n';
import {
  type InboundPlan,
  minimalPlacementFee,
  type Proposal,
  proposalOf,
  type ProposalTask,
} from '#lib/inbound';
import { addMoney, moneyFromDecimal } from '#lib/kernel';
import { type BoxesNow, ProposalView } from './proposal-view.tsx';
import type { EngineState } from './use-engine.ts';
import type { ReadWish } from './wish-form.ts';

export type Asked = { readonly task: ProposalTask; readonly read: ReadWish };

type FoundProposalsProps = {
  readonly plan: InboundPlan;
  readonly state: Extract<EngineState, { kind: 'done' }>;
  readonly asked: Asked;
  readonly now: BoxesNow;
  readonly currency: string;
  readonly take: (proposal: Proposal) => void;
  readonly discard: () => void;
};

/** The free packing, and beside it the one of identical cartons where it was asked for. */
export function FoundProposals(props: FoundProposalsProps) {
  const { plan, state, asked, now, currency, take, discard } = props;
  const t = useTranslations('packing.propose');
  const { task, read } = asked;
  const { packing, identical } = state;
  const free = useMemo(() => proposalOf(plan, task, packing), [plan, task, packing]);
  const alike = useMemo(
    () => identical && proposalOf(plan, task, identical.packing),
    [plan, task, identical],
  );
  const isPriced =
    read.wish.objective !== 'boxes' || read.shelf.some(({ price }) => price !== undefined);
  const shown = { now, currency, isPriced };
  return (
    <>
      {read.wish.objective === 'identical' &&
        (alike && identical ? (
          <ProposalView title={t('identicalTitle')} proposal={alike} {...shown}>
            <WhatItSaves plan={plan} identical={identical} currency={currency} />
            <Button variant="primary" onClick={() => take(alike)}>
              {t('take', { count: alike.count })}
            </Button>
          </ProposalView>
        ) : (
          <Alert level="information" live title={t('noneIdentical')} />
        ))}
      <ProposalView title={t('found')} proposal={free} {...shown}>
        <Button variant={alike ? 'secondary' : 'primary'} onClick={() => take(free)}>
          {t('take', { count: free.count })}
        </Button>
        <Button onClick={discard}>{t('discard')}</Button>
      </ProposalView>
    </>
  );
}

type WhatItSavesProps = {
  readonly plan: InboundPlan;
  readonly identical: IdenticalProposal;
  readonly currency: string;
};

/** Identical cartons cost boxes and open a placement without fee: both in money. */
function WhatItSaves({ plan, identical, currency }: WhatItSavesProps) {
  const t = useTranslations('packing.propose');
  const locale = useLocale();
  const extra = moneyFromDecimal(identical.extraCost, currency);
  const fee = minimalPlacementFee(plan);
  const text = (amount: Parameters<typeof formatMoney>[1]) => formatMoney(locale, amount);
  const less = moneyFromDecimal(-identical.extraCost, currency);
  return (
    <div className="flex basis-full flex-col gap-1">
      <p>
        {t('identicalMeans', {
          identical: identical.identicalBoxes,
          copies: identical.copies,
          more: identical.extraBoxes,
          cost: text(extra),
        })}
      </p>
      {fee && (
        <p>
          {t('identicalSaves', {
            units: fee.units,
            low: text(fee.low),
            high: text(fee.high),
            savesLow: text(addMoney(fee.low, less)),
            savesHigh: text(addMoney(fee.high, less)),
          })}
        </p>
      )}
    </div>
  );
}
