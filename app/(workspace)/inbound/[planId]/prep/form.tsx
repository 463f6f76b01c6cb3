'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { Draft } from '#components/wizard/draft';
import { StepFooter } from '#components/wizard/step-footer';
import { type FormState, NO_FORM_STATE } from '#lib/context';
import { PREP_CATEGORIES } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { useDraft } from '../use-draft.ts';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { withoutEchoes } from '../without-echoes.ts';
import { createPlan, savePrepDraft } from './actions.ts';
import { PrepHeadings, PrepRow } from './prep-row.tsx';
import type { SkuPrep } from './read-prep.ts';

export type PrepFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly marketplaceId: string;
  readonly skus: readonly SkuPrep[];
  readonly shipFromCity: string;
  /** what Amazon refused last, for the rows it is about */
  readonly refused: readonly Problem[];
};

export function PrepForm(props: PrepFormProps) {
  const { planId, skus, refused } = props;
  const t = useTranslations('prep');
  const draft = useDraft(props.version, savePrepDraft);
  const categories = useCategories(skus);
  const units = skus.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <ActionForm
      action={createPlan}
      initial={NO_FORM_STATE}
      prepare={draft.prepare}
      className="flex flex-1 flex-col gap-4"
    >
      {(answer) => {
        const rowProblems = problemsBySku([...refused, ...standing(answer, draft.answer)]);
        return (
          <>
            <SeeCurrent problems={answer.problems} />
            <SeeCurrent problems={draft.answer.problems} />
            <HiddenRef
              planId={planId}
              version={Math.max(draft.version, answer.saved?.version ?? 0)}
            />
            <Problems problems={draft.answer.saved ? NONE : draft.answer.problems} />
            {categories.waiting.length > 0 && (
              <Alert
                level="warning"
                title={t('unclassified', { count: categories.waiting.length })}
              >
                <Select
                  name="unclassified"
                  label={t('setForAll', { count: categories.waiting.length })}
                  placeholder={t('chooseCategory')}
                  options={PREP_CATEGORIES.map((category) => ({
                    value: category,
                    label: `${t(`categories.${category}.name`)}: ${t(`categories.${category}.means`)}`,
                  }))}
                  className="max-w-xl"
                  value=""
                  onChange={(event) => categories.setAll(event.target.value)}
                />
              </Alert>
            )}
            <div className="@container rounded border border-line bg-surface">
              <PrepHeadings />
              {skus.map((row, index) => (
                <PrepRow
                  key={row.sku}
                  index={index}
                  row={row}
                  marketplaceId={props.marketplaceId}
                  category={categories.of(row.sku)}
                  onCategory={categories.set}
                  problems={rowProblems.get(row.sku) ?? NONE}
                />
              ))}
            </div>
            <StepFooter
              primary={<SubmitButton pendingLabel={t('creating')}>{t('create')}</SubmitButton>}
              consequence={t('consequence', {
                skus: skus.length,
                units,
                city: props.shipFromCity,
              })}
              note={<Draft save={draft.save} />}
            />
          </>
        );
      }}
    </ActionForm>
  );
}

const NONE: readonly Problem[] = [];

/** What still stands in the way: of what was sent, or of the draft that was kept since. */
function standing(sent: FormState, drafted: FormState): readonly Problem[] {
  const isNewer = (drafted.saved?.version ?? 0) > (sent.saved?.version ?? 0);
  if (!isNewer) return sent.problems;
  const missing = sent.problems.length > 0 ? (drafted.warnings ?? []) : [];
  return [...drafted.problems, ...withoutEchoes(missing, drafted.problems)];
}

/** Which category each unclassified SKU has been given, kept together so that one act sets all. */
function useCategories(skus: readonly SkuPrep[]) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      skus
        .filter(({ isUnclassified }) => isUnclassified)
        .map(({ sku, facts }) => [
          sku,
          facts?.category === 'UNKNOWN' ? '' : (facts?.category ?? ''),
        ]),
    ),
  );
  const waiting = useMemo(() => Object.keys(chosen).filter((sku) => chosen[sku] === ''), [chosen]);
  const set = useCallback(
    (sku: string, category: string) => setChosen((before) => ({ ...before, [sku]: category })),
    [],
  );
  function setAll(category: string): void {
    setChosen((before) => ({
      ...before,
      ...Object.fromEntries(waiting.map((sku) => [sku, category])),
    }));
  }
  return { waiting, set, setAll, of: (sku: string) => chosen[sku] ?? '' };
}

function problemsBySku(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const bySku = new Map<string, Problem[]>();
  for (const problem of problems) {
    const sku = String(problem.facts['sku'] ?? problem.facts['subject'] ?? skuOf(problem.at));
    bySku.set(sku, [...(bySku.get(sku) ?? []), problem]);
  }
  return bySku;
}

// The place is `lines.<sku>.<field>`; a SKU may hold dots, a field does not.
function skuOf(at: string | undefined): string {
  return /^lines\.(.+)\.\w+$/.exec(at ?? '')?.[1] ?? '';
}
