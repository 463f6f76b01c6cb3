'use client';

import { useTranslations } from 'next-intl';
import {
  type Dispatch,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { SubmitButton } from '#components/ui/submit-button';
import { Draft } from '#components/wizard/draft';
import { StepFooter } from '#components/wizard/step-footer';
import { NO_FORM_STATE } from '#lib/context';
import {
  balances,
  checkBoxes,
  type ContentMethod,
  contentMethodOf,
  type Findings,
  type InboundPlan,
  lineKey,
} from '#lib/inbound';
import type { BoxSize, FactoryLayout } from '#lib/inbound/server';
import type { Problem } from '#lib/kernel';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { useDraft } from '../use-draft.ts';
import { HiddenRef } from '../hidden-ref.tsx';
import { withoutEchoes } from '../without-echoes.ts';
import { packBoxes, saveBoxesDraft } from './actions.ts';
import type { Boxes, Packing } from './box-list.ts';
import { placesOf } from './edit-boxes.ts';
import { FilesPanel } from './files-panel.tsx';
import { GroupSection, type PackView } from './group-section.tsx';
import { type PackAct, packStateOf, packStep } from './pack-state.ts';
import { MethodChoice } from './method-choice.tsx';
import { ProposePanel } from './propose/propose-panel.tsx';
import { gridField, readBoxes } from './typed-boxes.ts';
import { GuideLink } from './guide-link.tsx';
import { UnitSwitch } from './unit-switch.tsx';
import { usePointedCell } from './use-pointed-cell.ts';
import { ViewSwitch } from './view-switch.tsx';

type PackFormProps = {
  readonly packing: Packing;
  readonly version: number;
  readonly isLapsed: boolean;
  /** what Amazon refused last, for the SKUs it is about */
  readonly refused: readonly Problem[];
  readonly library: readonly BoxSize[];
  readonly factories: readonly FactoryLayout[];
  readonly currency: string;
};

/** The boxes of every group, checked by the rules of the marketplace while they are typed. */
export function PackForm(props: PackFormProps) {
  const { version, isLapsed, refused } = props;
  const t = useTranslations('packing');
  const [units, setUnits] = useState(props.packing.units);
  const { plan, choose } = useContentMethod(props.packing.plan);
  const packing = useMemo(() => ({ plan, units }), [plan, units]);
  const draft = useDraft(version, saveBoxesDraft);
  const [{ history, beat }, edit] = useReducer(
    (before: ReturnType<typeof packStateOf>, act: PackAct) => packStep(packing, before, act),
    packing,
    packStateOf,
  );
  const boxes = history.present;
  const [view, setView] = useState<PackView>('grid');
  const form = useDraftOfActs(beat);
  // Without scripts nobody counts along.
  const isAlive = useHydrated();
  const put = useGridField(boxes, view);
  const read = useMemo(() => readBoxes(boxes.list), [boxes.list]);
  const settled = useDeferredValue(read);
  const findings = useMemo(() => checkBoxes(plan, settled.boxes), [plan, settled]);
  const count = read.boxes.reduce((sum, { copies }) => sum + copies, 0);
  const sums = balances(plan.packing?.groups ?? [], read.boxes);
  const packed = sums.reduce((sum, balance) => sum + balance.packed, 0);
  const expected = sums.reduce((sum, balance) => sum + balance.expected, 0);
  return (
    <>
      <ProposePanel
        packing={packing}
        edit={edit}
        library={props.library}
        currency={props.currency}
        now={{ boxes: count, units: packed }}
      />
      <FilesPanel packing={packing} edit={edit} factories={props.factories} />
      <ActionForm
        ref={form}
        action={packBoxes}
        initial={NO_FORM_STATE}
        prepare={async (data) => {
          put(data);
          await draft.prepare(data);
        }}
        className="flex flex-1 flex-col gap-4"
      >
        {(answer) => (
          <>
            <HiddenRef
              planId={plan.id}
              version={Math.max(draft.version, answer.saved?.version ?? 0)}
            />
            <PressedByEnter />
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <ViewSwitch view={view} choose={setView} />
              <UnitSwitch
                units={units}
                choose={(next) => {
                  setUnits(next);
                  edit({ kind: 'units-of-measure', units: next });
                }}
              />
              {count > 0 && <GuideLink planId={plan.id} />}
            </div>
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
            <MethodChoice
              plan={plan}
              choose={choose}
              problems={findings.blocking.filter(({ at }) => at === 'contentMethod')}
            />
            <Groups
              packing={packing}
              boxes={boxes}
              edit={edit}
              found={problemsShown(findings, settled.problems, answer.problems.length > 0)}
              sums={sums}
              refused={refused}
              view={view}
              library={props.library}
              form={form}
            />
            <StepFooter
              primary={
                <SubmitButton name="intent" value="send" pendingLabel={t('sending')}>
                  {isAlive ? t('send', { count }) : t('sendBoxes')}
                </SubmitButton>
              }
              consequence={t(plan.packsLater ? 'consequenceLater' : 'consequence')}
              note={
                <>
                  {contentMethodOf(plan) !== 'MANUAL_PROCESS' && (
                    <>{t('soFar', { packed, expected })} </>
                  )}
                  <Draft
                    save={async (data) => {
                      put(data);
                      return draft.save(data);
                    }}
                  />
                </>
              }
            />
          </>
        )}
      </ActionForm>
    </>
  );
}

/** The plan with the way in which Amazon is to learn the contents. */
function useContentMethod(before: InboundPlan) {
  const [contentMethod, choose] = useState<ContentMethod>(contentMethodOf(before));
  const plan = useMemo(() => ({ ...before, contentMethod }), [before, contentMethod]);
  return { plan, choose };
}

/** What is done by buttons and in the grid is no key press in a field; the draft hears of it through this. */
function useDraftOfActs(beat: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (beat > 0) form.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [beat]);
  return form;
}

/** A grid has no fields: its boxes are put into what is sent when it is sent. */
function useGridField({ list }: Boxes, view: PackView): (data: FormData) => void {
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  }, [list]);
  return (data) => {
    if (view === 'grid') data.set('boxes', gridField(latest.current));
  };
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
  readonly edit: Dispatch<PackAct>;
  readonly found: ReturnType<typeof problemsShown>;
  readonly sums: ReturnType<typeof balances>;
  readonly refused: readonly Problem[];
  readonly view: PackView;
  readonly library: readonly BoxSize[];
  readonly form: RefObject<HTMLFormElement | null>;
};

function Groups({ packing, boxes, edit, found, sums, form, ...shown }: GroupsProps) {
  const t = useTranslations('packing');
  const { plan } = packing;
  const groups = plan.packing?.groups ?? [];
  const titles = useMemo(
    () => new Map(plan.lines.map((line) => [lineKey(line), line.title])),
    [plan.lines],
  );
  const places = useMemo(() => placesOf(boxes), [boxes]);
  const pointed = usePointedCell(form, { groups, boxes, places });
  // What Amazon made of a box belongs to the box, beside what the rules say of it.
  const unlike = shown.refused.filter(({ at }) => at?.startsWith('boxes.') === true);
  const told = { ...found, blocking: [...found.blocking, ...unlike] };
  const isTold = ({ at = '' }: Problem) => at === 'contentMethod' || /^(?:boxes|groups)\./.test(at);
  return (
    <>
      <Problems problems={found.blocking.filter((problem) => !isTold(problem))} />
      <Problems problems={found.warnings.filter((problem) => !isTold(problem))} level="warning" />
      {groups.map((group, index) => (
        <GroupSection
          key={group.id}
          title={
            group.destination === undefined
              ? t('group', { number: index + 1 })
              : t('groupOfShipment', { number: index + 1, destination: group.destination })
          }
          group={group}
          titles={titles}
          hasCases={plan.lines.some((line) => line.case !== undefined)}
          sums={sums.filter((balance) => balance.groupId === group.id)}
          boxes={boxes.list.filter((box) => box.groupId === group.id)}
          places={places}
          found={told}
          plan={plan}
          edit={edit}
          {...shown}
          goTo={pointed?.groupId === group.id ? pointed.place : undefined}
        />
      ))}
    </>
  );
}
