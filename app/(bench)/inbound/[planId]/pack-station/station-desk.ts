import {
  type Bench,
  benchOf,
  type Carton,
  type InboundPlan,
  type ItemCode,
  joinLogs,
  packEventId,
  packEventOf,
  type PackLog,
  type PackScan,
  scan,
  type ScanContext,
  type ScanOutcome,
  type Signal,
  taughtIn,
  teach,
} from '#lib/inbound';
import { type Instant, optional, type Problem } from '#lib/kernel';
import type { ScanKeeper } from './scan-keeper.ts';

/** What the server answers to what a bench sends. */
export type Answer =
  | {
      readonly kind: 'taken';
      readonly scans: readonly PackScan[];
      readonly hasMore: boolean;
      readonly version: number;
      readonly closed?: Problem;
      readonly now: Instant;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreachable' };

export type Sent = { readonly scans: readonly PackScan[]; readonly after: number };
export type Link = 'opening' | 'taken' | 'refused' | 'signed-out' | 'unreachable';

/** The last code and what it did; `beat` tells one scan from the same scan again. */
export type LastScan = {
  readonly code: string;
  readonly signal: Signal;
  readonly deeds: ScanOutcome['deeds'];
  readonly beat: number;
};

export type DeskView = {
  readonly bench: Bench;
  readonly log: PackLog;
  readonly last?: LastScan;
  /** scans that only this device has */
  readonly waiting: number;
  readonly link: Link;
  readonly refused: readonly Problem[];
  readonly closed?: Problem;
  readonly version: number;
  readonly groupId?: string;
};

export type DeskParts = {
  readonly plan: InboundPlan;
  readonly codes: readonly ItemCode[];
  readonly cartons: readonly Carton[];
  readonly version: number;
  /** who is signed in */
  readonly by?: string;
  readonly keeper: ScanKeeper;
  readonly exchange: (sent: Sent) => Promise<Answer>;
  readonly now: () => Instant;
  readonly newStation: () => string;
  /** the bench as this tab left it */
  readonly remembered?: Bench;
  readonly remember: (bench: Bench) => void;
};

/** As many as the server takes at once. */
const MOST_SENT = 200;

/**
 * One bench: takes scan after scan, writes each down on the device before anything shows it, and
 * sends what the server does not have. What was done is only ever what the log says.
 */
export async function openDesk(parts: DeskParts): Promise<StationDesk> {
  return new StationDesk(parts, await parts.keeper.all());
}

export class StationDesk {
  private readonly parts: DeskParts;
  private readonly scans = new Map<string, PackScan>();
  private readonly listeners = new Set<() => void>();
  private shown: DeskView;
  /** how far the server's clock is ahead of the device's */
  private offset = 0;
  /** up to where the log of the server is known */
  private after = 0;
  private sequence: number;
  private turn: Promise<void> = Promise.resolve();
  private sending: Promise<void> | undefined;
  private isSendAsked = false;

  constructor(parts: DeskParts, kept: readonly PackScan[]) {
    this.parts = parts;
    const bench = benchAgain(parts, kept);
    this.sequence = lastOf(bench.station, kept);
    const { version } = parts;
    this.shown = { bench, log: [], waiting: 0, link: 'opening', refused: [], version };
    this.absorb(kept);
  }

  readonly view = (): DeskView => this.shown;

  readonly subscribe = (heard: () => void): (() => void) => {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  };

  /** Scans are done one after the other, as fast as they come. */
  take(code: string): Promise<void> {
    return this.inTurn(code, (bench) => scan(bench, code, this.contextOf(bench)));
  }

  /** Says what the unknown code on the bench stands for. */
  teach(item: ItemCode): Promise<void> {
    return this.inTurn(item.code, (bench) => teach(bench, item, this.contextOf(bench)));
  }

  /** Packs one packing group only, or all of them. */
  choose(groupId: string | undefined): void {
    const { groupId: _, ...rest } = this.shown;
    this.shown = rest;
    this.show(optional('groupId', groupId));
  }

  /** Sends what waits and hears what came in elsewhere. */
  send(): Promise<void> {
    this.isSendAsked = true;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private inTurn(code: string, does: (bench: Bench) => ScanOutcome): Promise<void> {
    this.turn = this.turn.then(() => this.act(code, does));
    return this.turn;
  }

  private async act(code: string, does: (bench: Bench) => ScanOutcome): Promise<void> {
    const beat = (this.shown.last?.beat ?? 0) + 1;
    if (this.shown.closed) return this.show({ last: { code, signal: 'wrong', deeds: [], beat } });
    let outcome = does(this.shown.bench);
    let written = this.stamped(outcome);
    // The numbers of a tab that was duplicated are used by its twin: this one becomes another bench.
    while (!(await this.parts.keeper.add(written))) {
      this.sequence = 0;
      outcome = does({ ...this.shown.bench, station: this.parts.newStation() });
      written = this.stamped(outcome);
    }
    this.sequence += written.length;
    this.parts.remember(outcome.bench);
    const { bench, signal, deeds } = outcome;
    this.absorb(written, { bench, last: { code, signal, deeds, beat } });
    if (written.length > 0) void this.send();
  }

  private contextOf({ station }: Bench): ScanContext {
    const { log, groupId } = this.shown;
    const { plan, codes, cartons } = this.parts;
    const own = log.filter((event) => event.kind === 'box-opened' && event.station === station);
    return {
      plan,
      log,
      newBoxId: `${station}-${own.length + 1}`,
      codes: [...codes, ...taughtIn(log)],
      cartons,
      ...optional('groupId', groupId),
    };
  }

  private stamped({ bench: { station }, deeds }: ScanOutcome): readonly PackScan[] {
    // A clock that was set back does not put a deed before the one it follows.
    const before = this.scans.get(packEventId(station, this.sequence))?.at ?? 0;
    const at = Math.max(before, this.parts.now() + this.offset);
    return deeds.map((deed, index) => ({
      station,
      sequence: this.sequence + index + 1,
      at,
      deed,
      ...optional('by', this.parts.by),
    }));
  }

  private async sendAll(): Promise<void> {
    while (this.isSendAsked) {
      this.isSendAsked = false;
      const sent = this.waiting().slice(0, MOST_SENT);
      const answer = await this.parts.exchange({ scans: sent, after: this.after });
      if (answer.kind === 'taken') await this.hear(answer);
      else if (answer.kind === 'refused') {
        return this.show({ link: 'refused', refused: answer.problems });
      } else return this.show({ link: answer.kind });
    }
  }

  private async hear(answer: Answer & { readonly kind: 'taken' }): Promise<void> {
    const { scans: came, hasMore, version, closed, now } = answer;
    await this.parts.keeper.put(came);
    this.offset = now - this.parts.now();
    const { closed: _, ...open } = this.shown;
    this.shown = { ...open, ...optional('closed', closed) };
    this.absorb(came, { link: 'taken', refused: [], version });
    const isBehind = hasMore || this.waiting().length > 0;
    if (!isBehind || (came.length === 0 && this.after === 0)) return;
    // The server has what waits from before the place up to where this device has read.
    if (came.length === 0) this.after = 0;
    this.isSendAsked = true;
  }

  private waiting(): readonly PackScan[] {
    return [...this.scans]
      .filter(([, { position }]) => position === undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, waits]) => waits);
  }

  private absorb(came: readonly PackScan[], change: Partial<DeskView> = {}): void {
    for (const one of came) {
      this.scans.set(packEventId(one.station, one.sequence), one);
      this.after = Math.max(this.after, one.position ?? 0);
    }
    if (came.length === 0) return this.show(change);
    const log = joinLogs(this.shown.log, came.map(packEventOf));
    this.show({ ...change, log, waiting: this.waiting().length });
  }

  private show(change: Partial<DeskView>): void {
    this.shown = { ...this.shown, ...change };
    for (const heard of this.listeners) heard();
  }
}

/** A tab that was reloaded is the same bench as before, unless the device has forgotten it. */
function benchAgain(parts: DeskParts, kept: readonly PackScan[]): Bench {
  const { remembered } = parts;
  if (!remembered) return benchOf(parts.newStation());
  const isKnown = lastOf(remembered.station, kept) > 0;
  return isKnown ? remembered : { ...remembered, station: parts.newStation() };
}

function lastOf(station: string, kept: readonly PackScan[]): number {
  return kept.reduce(
    (last, one) => (one.station === station ? Math.max(last, one.sequence) : last),
    0,
  );
}
