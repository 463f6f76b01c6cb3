'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, type FormEvent, useState } from 'react';
import { Problems } from '#components/problems';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import { Disclosure } from '#components/ui/disclosure';
import { type GoodsWish, type Proposal, proposalTask } from '#lib/inbound';
import type { BoxSize } from '#lib/inbound/server';
import type { Problem } from '#lib/kernel';
import type { Packing } from '../box-list.ts';
import type { PackAct } from '../pack-state.ts';
import { type Asked, FoundProposals } from './found-proposals.tsx';
import { GoodsWishes } from './goods-wishes.tsx';
import type { BoxesNow } from './proposal-view.tsx';
import { type EngineState, useEngine } from './use-engine.ts';
import { WishFields } from './wish-fields.tsx';
import { readWish, shelfOf, wishForm } from './wish-form.ts';

type ProposePanelProps = {
  readonly packing: Packing;
  readonly library: readonly BoxSize[];
  readonly currency: string;
  readonly now: BoxesNow;
  readonly edit: Dispatch<PackAct>;
};

/** Boxes from the engine: asked for, looked at, and taken in by one press that can be undone. */
export function ProposePanel({ packing, library, currency, now, edit }: ProposePanelProps) {
  const t = useTranslations('packing.propose');
  const { plan, units } = packing;
  const engine = useEngine();
  const [asked, setAsked] = useState<Asked>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [goods, setGoods] = useState<ReadonlyMap<string, GoodsWish>>(new Map());
  const [taken, setTaken] = useState<number>();
  const { state } = engine;

  function propose(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = { ...Object.fromEntries(form), boxes: form.getAll('boxes') };
    const read = readWish(plan, library, wishForm.parse(fields), goods);
    const task = read.ok ? proposalTask(plan, read.value.shelf, read.value.wish) : read;
    setTaken(undefined);
    setProblems(task.ok ? [] : task.problems);
    if (!read.ok || !task.ok) return;
    setAsked({ task: task.value, read: read.value });
    engine.start({
      request: task.value.request,
      seconds: read.value.seconds,
      isIdentical: read.value.wish.objective === 'identical',
    });
  }

  function take(proposal: Proposal): void {
    const groups = plan.packing?.groups ?? [];
    const boxes = proposal.boxes.map(({ box }) => box);
    edit({ kind: 'take', boxes, groupIds: groups.map(({ id }) => id) });
    setTaken(proposal.count);
    engine.clear();
  }

  return (
    <Disclosure summary={t('title')}>
      <div className="flex flex-col gap-4 rounded border border-line bg-surface p-3 sm:p-4">
        <form
          action={`/inbound/${plan.id}/packing/proposal`}
          onSubmit={propose}
          noValidate
          className="flex flex-col gap-3"
        >
          <WishFields
            shelf={shelfOf(plan, library)}
            hasLibrary={library.length > 0}
            hasCases={plan.lines.some((line) => line.case !== undefined)}
            units={units}
            currency={currency}
            problems={problems}
          />
          <GoodsWishes
            plan={plan}
            wishes={goods}
            change={(key, wish) => setGoods((before) => new Map(before).set(key, wish))}
          />
          <Problems problems={problems} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" disabled={state.kind === 'running'}>
              {t('start')}
            </Button>
            {state.kind === 'running' && <Button onClick={engine.stop}>{t('stop')}</Button>}
          </div>
        </form>
        <Progress state={state} />
        {state.kind === 'failed' && <Alert level="blocking" live title={t('failed')} />}
        {taken !== undefined && (
          <Alert
            level="success"
            live
            title={t('taken', { count: taken })}
            action={
              <Button
                onClick={() => {
                  edit({ kind: 'undo' });
                  setTaken(undefined);
                }}
              >
                {t('undo')}
              </Button>
            }
          >
            {t('takenMeans')}
          </Alert>
        )}
        {state.kind === 'done' && asked && (
          <FoundProposals {...{ plan, state, asked, now, currency, take }} discard={engine.clear} />
        )}
      </div>
    </Disclosure>
  );
}

type ProgressProps = { readonly state: EngineState };

function Progress({ state }: ProgressProps) {
  const t = useTranslations('packing.propose');
  if (state.kind !== 'running') return null;
  const { progress } = state;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <progress
        aria-label={t('working')}
        max={1}
        {...(progress && { value: progress.share })}
        className="w-56"
      />
      <output>
        {progress
          ? t('soFar', { boxes: progress.boxes, least: progress.lowerBound })
          : t('working')}
      </output>
    </div>
  );
}
