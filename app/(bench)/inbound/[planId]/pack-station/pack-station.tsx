'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import { Alert } from '#components/ui/alert';
import { packedSoFar } from '#lib/inbound';
import { sound } from '../../../../../components/bench/sounds.ts';
import { BenchActs } from './bench-acts.tsx';
import { BenchBar } from './bench-bar.tsx';
import { BoxList } from './box-list.tsx';
import { Finish } from './finish.tsx';
import { LeftList } from './left-list.tsx';
import { OpenBox } from './open-box.tsx';
import { SignalPanel } from './signal-panel.tsx';
import type { DeskView } from './station-desk.ts';
import { totalsOf } from './station-view.ts';
import { TypedCode } from './typed-code.tsx';
import { type OpenedDesk, type StationProps, useDeskView, useOpenedDesk } from './use-desk.ts';
import { useScanner } from './use-scanner.ts';

/** The bench, once the device has shown what it kept of it. */
export function PackStation(props: StationProps) {
  const opened = useOpenedDesk(props);
  const t = useTranslations('pack-station');
  if (!opened) return <p className="p-5 text-lg text-muted">{t('opening')}</p>;
  return <Bench {...props} {...opened} />;
}

type BenchProps = StationProps & OpenedDesk;

function Bench({ plan, cartons, desk, isLasting }: BenchProps) {
  const t = useTranslations('pack-station');
  const view = useDeskView(desk);
  const groups = useMemo(() => plan.packing?.groups ?? [], [plan]);
  const packed = useMemo(() => packedSoFar(groups, view.log), [groups, view.log]);
  const take = (code: string): void => void desk.take(code);
  useScanner(take);
  useSignalSound(view, totalsOf(packed.balances).left === 0);
  const open = packed.boxes.find(({ id, isClosed }) => id === view.bench.boxId && !isClosed);
  return (
    <div className="flex min-h-dvh flex-col">
      <BenchBar plan={plan} view={view} choose={(groupId) => desk.choose(groupId)} />
      <main className="grid flex-1 content-start gap-3 p-3 lg:grid-cols-[minmax(0,3fr)_minmax(22rem,2fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <h1 className="sr-only">{t('titleOf', { plan: plan.name })}</h1>
          {!isLasting && (
            <Alert level="warning" title={t('notKept')}>
              {t('notKeptMeans')}
            </Alert>
          )}
          <SignalPanel
            plan={plan}
            view={view}
            packed={packed}
            take={take}
            teach={(item) => void desk.teach(item)}
          />
          <TypedCode take={take} isWeighing={view.bench.isWeighing === true} plan={plan} />
          <BenchActs bench={view.bench} cartons={cartons} take={take} />
          <OpenBox plan={plan} box={open} bench={view.bench} boxes={packed.boxes} />
        </div>
        <aside className="flex min-w-0 flex-col gap-3">
          <LeftList plan={plan} view={view} packed={packed} />
          <BoxList plan={plan} boxes={packed.boxes} openId={open?.id} take={take} />
          <Finish plan={plan} view={view} packed={packed} />
        </aside>
      </main>
    </div>
  );
}

/** Every scan is heard once; the last unit of all sounds like the end. */
function useSignalSound({ last }: DeskView, isDone: boolean): void {
  const heard = useRef(last?.beat ?? 0);
  useEffect(() => {
    if (!last || last.beat === heard.current) return;
    heard.current = last.beat;
    sound(last.signal === 'right' && isDone ? 'done' : last.signal);
  }, [last, isDone]);
}
