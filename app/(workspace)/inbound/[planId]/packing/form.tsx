'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, useDeferredValue, useEffect, useMemo, useReducer, useRef } from 'react';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { SubmitButton } from '#components/ui/submit-button';
import { Draft } from '#components/wizard/draft';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import { balances, checkBoxes, type Findings, lineKey } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { useDraft } from '../use-draft.ts';
import { HiddenRef } from '../hidden-ref.tsx';
import { withoutEchoes } from '../without-echoes.ts';
import { packBoxes, saveBoxesDraft } from './actions.ts';
import { type Boxes, boxesOf, type Edit, editBoxes, type Packing, placesOf } from './edit-boxes.ts';
import { GroupSection } from './group-section.tsx';
import { readBoxes } from './typed-boxes.ts';

type PackFormProps = {
  readonly packing: Packing;
  readonly version: number;
  readonly isLapsed: boolean;
  /** what Amazon refused last, for the SKUs it is about */
  readonly refused: readonly Problem[];
};

/** The boxes of every group, checked by the rules of the marketplace while they are typed. */
export function PackForm({ packing, version, isLapsed, refused }: PackFormProps) {
  const t = useTranslations('packing');
  const { plan } = packing;
  const draft = useDraft(version, saveBoxesDraft);
  const [boxes, edit] = useReducer(
    (before: Boxes, act: Edit) => editBoxes(packing, before, act),
    packing,
    boxesOf,
  );
  const form = useDraftOfStructure(boxes.structure);
  const read = useMemo(() => readBoxes(boxes.list), [boxes.list]);
  const settled = useDeferredValue(read);
  const findings = useMemo(() => checkBoxes(plan, settled.boxes), [plan, settled]);
  const count = read.boxes.reduce((sum, { copies }) => sum + copies, 0);
  const sums = balances(plan.packing?.groups ?? [], read.boxes);
  const packed = sums.reduce((sum, balance) => sum + balance.packed, 0);
  const expected = sums.reduce((sum, balance) => sum + balance.expected, 0);
  return (
    <ActionForm
      ref={form}
      action={packBoxes}
      initial={NO_FORM_STATE}
      prepare={draft.prepare}
      className="flex flex-1 flex-col gap-4"
    >
      {(answer) => (
        <>
          <HiddenRef
            planId={plan.id}
            version={Math.max(draft.version, answer.saved?.version ?? 0)}
          />
          <PressedByEnter />
          {isLapsed && (
            <Alert
              level="warning"
              title={t('lapsed')}
              action={
                <SubmitButton name="intent" value="renew" pendingLabel={t('asking')}>
                  {t('renew')}
                </SubmitButton>
              }
            >
              {t('lapsedMeans')}
            </Alert>
          )}
          <Problems problems={draft.answer.saved ? [] : draft.answer.problems} />
          <Groups
            packing={packing}
            boxes={boxes}
            edit={edit}
            found={problemsShown(findings, settled.problems, answer.problems.length > 0)}
            sums={sums}
            refused={refused}
          />
          <StepFooter
            primary={
              <SubmitButton name="intent" value="send" pendingLabel={t('sending')}>
                {t('send', { count })}
              </SubmitButton>
            }
            consequence={t('consequence')}
            note={
              <>
                {t('soFar', { packed, expected })} <Draft save={draft.save} />
              </>
            }
          />
        </>
      )}
    </ActionForm>
  );
}

/** Adding and removing boxes are no key presses; the draft hears of them through this. */
function useDraftOfStructure(structure: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (structure > 0) form.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [structure]);
  return form;
}

/**
 * Enter in a field presses the first button of a form, which must not be one that removes a box.
 * Without JavaScript it keeps what was typed.
 */
function PressedByEnter() {
  return (
    <button
      type="submit"
      name="intent"
      value="save"
      tabIndex={-1}
      aria-hidden="true"
      className="sr-only"
      onClick={(event) => event.preventDefault()}
    />
  );
}

// While one types, what is merely not there yet is no mistake.
const NOT_YET = new Set([
  'box-is-empty',
  'box-needs-weight',
  'box-needs-dimensions',
  'box-copies-out-of-range',
  'required',
  'units-left-to-pack',
  'units-packed-too-many',
]);

function problemsShown(
  findings: Findings,
  unread: readonly Problem[],
  wasSent: boolean,
): { readonly blocking: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const all = [...unread, ...withoutEchoes(findings.blocking, unread)];
  const blocking = wasSent ? all : all.filter(({ code }) => !NOT_YET.has(code));
  return { blocking, warnings: findings.warnings };
}

type GroupsProps = {
  readonly packing: Packing;
  readonly boxes: Boxes;
  readonly edit: Dispatch<Edit>;
  readonly found: ReturnType<typeof problemsShown>;
  readonly sums: ReturnType<typeof balances>;
  readonly refused: readonly Problem[];
};

function Groups({ packing, boxes, edit, found, sums, refused }: GroupsProps) {
  const t = useTranslations('packing');
  const { plan } = packing;
  const groups = plan.packing?.groups ?? [];
  const titles = useMemo(
    () => new Map(plan.lines.map((line) => [lineKey(line), line.title])),
    [plan.lines],
  );
  const places = useMemo(() => placesOf(boxes), [boxes]);
  const isTold = (problem: Problem) => /^(?:boxes|groups)\./.test(problem.at ?? '');
  return (
    <>
      <Problems problems={found.blocking.filter((problem) => !isTold(problem))} />
      <Problems problems={found.warnings.filter((problem) => !isTold(problem))} level="warning" />
      {groups.map((group, index) => (
        <GroupSection
          key={group.id}
          title={t('group', { number: index + 1 })}
          group={group}
          titles={titles}
          hasCases={plan.lines.some((line) => line.case !== undefined)}
          sums={sums.filter((balance) => balance.groupId === group.id)}
          boxes={boxes.list.filter((box) => box.groupId === group.id)}
          places={places}
          found={found}
          refused={refused}
          edit={edit}
        />
      ))}
    </>
  );
}
