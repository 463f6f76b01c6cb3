import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Carton, InboundPlan, ItemCode } from '#lib/inbound';
import { optional } from '#lib/kernel';
import { askServer } from './ask-server.ts';
import { newStationName, rememberBench, rememberedBench } from './bench-memory.ts';
import { openKeeper } from './scan-keeper.ts';
import { type DeskView, openDesk, type StationDesk } from './station-desk.ts';

export type StationProps = {
  readonly plan: InboundPlan;
  readonly codes: readonly ItemCode[];
  readonly cartons: readonly Carton[];
  readonly version: number;
  readonly actorId: string | undefined;
};

export type OpenedDesk = { readonly desk: StationDesk; readonly isLasting: boolean };

const LOOK_EVERY_MS = 2_000;

/** Opens the bench of this tab with what the device has kept. */
export function useOpenedDesk(props: StationProps): OpenedDesk | undefined {
  const [opened, setOpened] = useState<OpenedDesk>();
  useEffect(() => {
    let isGone = false;
    const open = async (): Promise<void> => {
      const ready = await openBench(props);
      if (!isGone) setOpened(ready);
    };
    void open();
    return () => {
      isGone = true;
    };
    // The bench outlives what the server renders anew; it is opened once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return opened;
}

async function openBench(props: StationProps): Promise<OpenedDesk> {
  const { plan, codes, cartons, version, actorId } = props;
  const keeper = await openKeeper(plan.id);
  const desk = await openDesk({
    plan,
    codes,
    cartons,
    version,
    keeper,
    ...optional('by', actorId),
    ...optional('remembered', rememberedBench(plan.id)),
    exchange: (sent) => askServer(plan.id, sent),
    now: () => Date.now(),
    newStation: newStationName,
    remember: (bench) => rememberBench(plan.id, bench),
  });
  return { desk, isLasting: keeper.isLasting };
}

/** What the bench shows; the server is asked again and again what the others did. */
export function useDeskView(desk: StationDesk): DeskView {
  useEffect(() => {
    const look = (): void => {
      if (!document.hidden || desk.view().waiting > 0) void desk.send();
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [desk]);
  const view = useSyncExternalStore(desk.subscribe, desk.view, desk.view);
  useStayWhileCut(view.link === 'unreachable');
  return view;
}

/** Scans outlive a reload without a network, the page does not: it is asked before it is left. */
function useStayWhileCut(isCut: boolean): void {
  useEffect(() => {
    if (!isCut) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isCut]);
}
