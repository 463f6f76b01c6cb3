'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '#components/action-form';
import { NumberField } from '#components/ui/number-field';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import {
  ASSUMPTION_FIELDS,
  type AssumptionField,
  type LeadDays,
  type LeadTimes,
  type TypedAssumptions,
} from '#lib/inbound';
import { minorPlaces, type Problem } from '#lib/kernel';
import { useHydrated } from '../../../../../../components/ui/hydrated.ts';
import { keepCosts } from './actions.ts';

type AssumptionsPanelProps = {
  readonly marketplaceId: string;
  readonly currency: string;
  readonly typed: TypedAssumptions;
  readonly leads: LeadTimes;
  readonly problems: readonly Problem[];
  readonly mayKeep: boolean;
  readonly onType: (field: AssumptionField, text: string) => void;
};

type Reach = { readonly most: number; readonly step: number; readonly isAmount?: boolean };

/** How far the sliders go; the fields beside them take more. Amounts as in dollars. */
const REACH: Readonly<Record<AssumptionField, Reach>> = {
  perBox: { most: 5, step: 0.05, isAmount: true },
  perExtraShipment: { most: 100, step: 1, isAmount: true },
  perKilogram: { most: 10, step: 0.05, isAmount: true },
  minimum: { most: 300, step: 5, isAmount: true },
  divisor: { most: 9_000, step: 500 },
  unitValue: { most: 100, step: 1, isAmount: true },
  yearlyPercent: { most: 60, step: 1 },
  partneredDays: { most: 60, step: 1 },
  ownDays: { most: 60, step: 1 },
  receivingDays: { most: 60, step: 1 },
};

const GROUPS = {
  work: ['perBox', 'perExtraShipment'],
  freight: ['perKilogram', 'minimum', 'divisor'],
  money: ['unitValue', 'yearlyPercent'],
  time: ['partneredDays', 'ownDays', 'receivingDays'],
} as const satisfies Readonly<Record<string, readonly AssumptionField[]>>;
const GROUP_NAMES = ['work', 'freight', 'money', 'time'] as const;

/** Every assumption with its slider; without scripts a button calculates anew. */
export function AssumptionsPanel(props: AssumptionsPanelProps) {
  const t = useTranslations('board.assumptions');
  const isAlive = useHydrated();
  return (
    <section
      aria-labelledby="assumptions"
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      <div>
        <h3 id="assumptions" className="font-semibold">
          {t('title')}
        </h3>
        <p className="text-sm text-muted">{t('text')}</p>
      </div>
      <form
        method="get"
        onSubmit={(event) => event.preventDefault()}
        className="grid gap-x-6 gap-y-4 sm:grid-cols-2"
      >
        {GROUP_NAMES.map((group) => (
          <fieldset key={group} className="flex min-w-0 flex-col gap-3">
            <legend className="mb-1 text-sm font-semibold">{t(group)}</legend>
            {GROUPS[group].map((field) => (
              <Assumption key={field} field={field} {...props} />
            ))}
          </fieldset>
        ))}
        {!isAlive && <SubmitButton variant="secondary">{t('recalculate')}</SubmitButton>}
      </form>
      {props.mayKeep && <KeepForm marketplaceId={props.marketplaceId} typed={props.typed} />}
    </section>
  );
}

type AssumptionProps = AssumptionsPanelProps & { readonly field: AssumptionField };

function Assumption({ field, typed, leads, currency, problems, onType }: AssumptionProps) {
  const t = useTranslations('board.assumptions');
  const { most, step, isAmount = false } = REACH[field];
  const places = isAmount ? minorPlaces(currency) : 0;
  // A currency without cents counts in units a hundred times smaller.
  const factor = isAmount && places === 0 ? 100 : 1;
  const name = t(`fields.${field}`);
  const set = (text: string) => onType(field, text);
  return (
    <div className="flex flex-col gap-1">
      <NumberField
        name={field}
        label={name}
        hint={<Hint field={field} leads={leads} />}
        places={places}
        problems={problems}
        value={typed[field]}
        onChange={(event) => set(event.target.value)}
        {...(isAmount && { suffix: currency })}
      />
      <input
        type="range"
        aria-label={t('slider', { name })}
        min={field === 'divisor' ? 3_000 : 0}
        max={most * factor}
        step={step * factor}
        value={Number(typed[field]) || 0}
        onChange={(event) => set(event.target.value)}
        className="min-h-6 w-full accent-primary"
      />
    </div>
  );
}

const LEAD: Partial<Record<AssumptionField, 'partnered' | 'own' | 'receiving'>> = {
  partneredDays: 'partnered',
  ownDays: 'own',
  receivingDays: 'receiving',
};

type HintProps = { readonly field: AssumptionField; readonly leads: LeadTimes };

function Hint({ field, leads }: HintProps): ReactNode {
  const t = useTranslations('board.assumptions');
  if (field === 'perKilogram' || field === 'divisor') return t(`hints.${field}`);
  const lead = LEAD[field];
  if (lead === undefined) return null;
  const known = Object.entries(leads.centres);
  return (
    <>
      {basis(leads[lead])}
      {field === 'receivingDays' && known.length > 0 && (
        <>
          {' '}
          {t('centres', {
            list: known.map(([centre, { days }]) => t('centre', { centre, days })).join(', '),
          })}
        </>
      )}
    </>
  );

  function basis({ shipments }: LeadDays): string {
    return shipments === 0 ? t('basis.guess') : t('basis.history', { count: shipments });
  }
}

type KeepFormProps = { readonly marketplaceId: string; readonly typed: TypedAssumptions };

function KeepForm({ marketplaceId, typed }: KeepFormProps) {
  const t = useTranslations('board.assumptions');
  return (
    <ActionForm action={keepCosts} initial={NO_FORM_STATE} className="flex flex-col gap-2">
      {({ saved }) => (
        <>
          <input type="hidden" name="marketplaceId" value={marketplaceId} />
          {ASSUMPTION_FIELDS.map((field) => (
            <input key={field} type="hidden" name={field} value={typed[field]} />
          ))}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton variant="secondary">{t('keep')}</SubmitButton>
            <output className="text-sm text-success">{saved && t('kept')}</output>
          </div>
        </>
      )}
    </ActionForm>
  );
}
