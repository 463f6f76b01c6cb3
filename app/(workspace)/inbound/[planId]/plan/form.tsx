'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ActionForm } from '#components/action-form';
import { RadioCards } from '#components/ui/radio-cards';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { Draft } from '#components/wizard/draft';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { formatNumber } from '#lib/i18n';
import { LONGEST_PLAN_NAME } from '#lib/inbound';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { useDraft } from '../use-draft.ts';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { askForPrep, savePlanDraft } from './actions.ts';
import { LineRow, type PlanRow } from './line-row.tsx';
import { RoadChoice } from './road-choice.tsx';
import { totalsOf } from './totals.ts';

export type PlanFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly name: string;
  readonly addresses: readonly {
    readonly id: string;
    readonly name: string;
    readonly text: string;
  }[];
  readonly addressId: string;
  readonly packsLater: boolean;
  readonly rows: readonly PlanRow[];
};

/** Name, ship-from and how much of each SKU, kept as it is typed. */
export function PlanForm(props: PlanFormProps) {
  const { planId } = props;
  const isAlive = useHydrated();
  const [rows, setRows] = useState(() => props.rows.map((row, id) => ({ ...row, id })));
  const t = useTranslations('plan');
  const draft = useDraft(props.version, savePlanDraft);
  const [quantities, setQuantities] = useState(() => rows.map(({ quantity }) => quantity));
  const [packings, setPackings] = useState(() => rows.map(({ packing }) => packing));

  function follow(event: FormEvent<HTMLFormElement>): void {
    const data = new FormData(event.currentTarget);
    const read = (field: string) => (_: unknown, index: number) => {
      const value = data.get(`lines.${index}.${field}`);
      return typeof value === 'string' ? value : '';
    };
    setQuantities(rows.map(read('quantity')));
    setPackings(rows.map(read('packing')));
  }

  // The units of a SKU with a second expiry date are a row of their own, right below.
  function split(index: number): void {
    setRows((before) =>
      before.flatMap((row, at) => (at === index ? [row, dateOf(row, before)] : row)),
    );
    setQuantities((before) => before.toSpliced(index + 1, 0, ''));
    setPackings((before) => before.toSpliced(index + 1, 0, before[index] ?? ''));
  }

  function remove(index: number): void {
    const others = (_: unknown, at: number) => at !== index;
    setRows((before) => before.filter(others));
    setQuantities((before) => before.filter(others));
    setPackings((before) => before.filter(others));
  }

  return (
    <ActionForm
      action={askForPrep}
      initial={NO_FORM_STATE}
      prepare={draft.prepare}
      onInput={follow}
      className="flex flex-1 flex-col gap-4"
    >
      {(answer) => {
        const problems = [...answer.problems, ...draft.answer.problems];
        return (
          <>
            <SeeCurrent problems={answer.problems} />
            <SeeCurrent problems={draft.answer.problems} />
            <HiddenRef
              planId={planId}
              version={Math.max(draft.version, answer.saved?.version ?? 0)}
            />
            <TextField
              name="name"
              label={t('name')}
              hint={t('nameHint')}
              defaultValue={props.name}
              maxLength={LONGEST_PLAN_NAME}
              problems={problems}
              className="max-w-xl"
            />
            <div id="f-shipFrom" tabIndex={-1}>
              {props.addresses.length > 0 && (
                <RadioCards
                  key={props.addresses.length}
                  name="addressId"
                  legend={t('shipFrom')}
                  hint={t('shipFromHint')}
                  columns
                  chosen={props.addressId}
                  options={props.addresses.map(({ id, name, text }) => ({
                    value: id,
                    title: name,
                    detail: text,
                  }))}
                />
              )}
            </div>
            <section aria-labelledby="quantities" className="flex flex-col">
              <h3 id="quantities" className="mb-1 text-sm font-medium">
                {t('quantities')}
              </h3>
              <div className="rounded border border-line bg-surface">
                {rows.map((row, index) => (
                  <LineRow
                    key={row.id}
                    row={row}
                    index={index}
                    quantity={quantities[index] ?? ''}
                    packing={packings[index] ?? ''}
                    problems={problems}
                    {...(isAlive && { onSplit: () => split(index) })}
                    {...(isAlive && isFurther(rows, index) && { onRemove: () => remove(index) })}
                  />
                ))}
              </div>
            </section>
            <RoadChoice isLater={props.packsLater} problems={problems} />
            <StepFooter
              primary={<SubmitButton pendingLabel={t('asking')}>{t('continue')}</SubmitButton>}
              consequence={<Totals rows={rows} quantities={quantities} packings={packings} />}
              note={<Draft save={draft.save} />}
            />
          </>
        );
      }}
    </ActionForm>
  );
}

type FormRow = PlanRow & { readonly id: number };

function dateOf(row: FormRow, all: readonly FormRow[]): FormRow {
  return { ...row, id: Math.max(...all.map(({ id }) => id)) + 1, quantity: '', expiry: '' };
}

function isFurther(rows: readonly FormRow[], index: number): boolean {
  return rows.findIndex(({ sku }) => sku === rows[index]?.sku) < index;
}

type TotalsProps = {
  readonly rows: readonly PlanRow[];
  readonly quantities: readonly string[];
  readonly packings: readonly string[];
};

function Totals({ rows, quantities, packings }: TotalsProps) {
  const t = useTranslations('plan');
  const locale = useLocale();
  const totals = totalsOf(rows, quantities, packings);
  return (
    <output>
      {t('totals', {
        skus: new Set(rows.map(({ sku }) => sku)).size,
        units: totals.units,
        cases: totals.cases,
        loose: formatNumber(locale, totals.loose),
      })}
    </output>
  );
}
