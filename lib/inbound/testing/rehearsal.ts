import type { PracticeBench } from '#lib/context/testing';
import { DAY } from '#lib/kernel';
import type { Mark, Rewind } from '#lib/db/testing';
import { type RunOutcome, runErrand } from '../errands/run-errand.ts';
import { placementOffers, transportOffers, windowOffers } from '../server.ts';
import { see, type SellersAct } from './way.ts';
import type { Cut, Wire, WireCall } from './wire.ts';

/** A trouble as the practice master's desk takes it. */
export type Trouble = { readonly operation: string; readonly kind: string } & Readonly<
  Record<string, string | number | boolean>
>;

/** What is left at the end: Amazon's whole state, the money, and the plan as Firstleg has it. */
export type Ending = {
  readonly amazon: string;
  readonly ledger: string;
  readonly plan: string;
};

export type Take = {
  readonly ending: Ending;
  readonly calls: readonly WireCall[];
  /** how often the seller had to do it, the first time included */
  readonly acts: number;
};

export type Stage = {
  readonly bench: PracticeBench;
  readonly wire: Wire;
  readonly tables: Rewind;
  readonly planId: string;
  readonly compared: Comparison;
};

/** `exact`: to the millisecond and by the state's own hash; `timeless`: but for the time of day. */
export type Comparison = 'exact' | 'timeless';

type Disturbance = { readonly troubles?: readonly Trouble[]; readonly cut?: Cut };

const MOST_ACTS = 4;
const MOST_RUNS = 50;

/** One step of the way that can be played again and again from the same beginning. */
export class Rehearsal {
  private readonly stage: Stage;
  private readonly act: SellersAct;
  private readonly mark: Mark;
  private readonly world: object;

  private constructor(stage: Stage, act: SellersAct, start: { mark: Mark; world: object }) {
    this.stage = stage;
    this.act = act;
    this.mark = start.mark;
    this.world = start.world;
  }

  /** From where everything now stands. */
  static async of(stage: Stage, act: SellersAct): Promise<Rehearsal> {
    const world = (await stage.bench.control('GET', 'snapshot')) as object;
    return new Rehearsal(stage, act, { mark: await stage.tables.mark(), world });
  }

  async play({ troubles = [], cut }: Disturbance = {}): Promise<Take> {
    const { bench, wire, tables } = this.stage;
    await tables.rewind(this.mark);
    await bench.control('POST', 'restore', this.world);
    await bench.control('PUT', 'faults', { rules: troubles });
    bench.restart();
    const life = new Life(bench, wire.begin(cut));
    let acts = 1;
    while (!(await this.isDone(life))) {
      acts += 1;
      if (acts > MOST_ACTS) {
        const { problems } = await see(bench, this.stage.planId);
        throw new Error(`the seller cannot go on: ${JSON.stringify(problems)}`);
      }
    }
    const calls = [...wire.calls];
    await bench.control('PUT', 'faults', { rules: [] });
    return { ending: await this.ending(), calls, acts };
  }

  /** The seller acts, and the worker carries on; false when the seller has to act again. */
  private async isDone(life: Life): Promise<boolean> {
    const { bench, planId } = this.stage;
    const acted = await life.survive(() => this.act(bench, planId));
    if (acted === 'killed') return this.isDone(life);
    if (!acted.ok) return false;
    for (let run = 0; run < MOST_RUNS; run += 1) {
      const { plan } = await see(bench, planId);
      const { errand } = plan;
      if (errand?.state !== 'running') return errand === undefined;
      const outcome = await life.survive<RunOutcome>(() =>
        runErrand(bench.context, errand.id, bench.wait),
      );
      if (outcome !== 'killed' && outcome.again !== undefined)
        await bench.wait(outcome.again * 1_000);
    }
    throw new Error(`the errand of plan ${planId} does not end`);
  }

  private async ending(): Promise<Ending> {
    const { bench, planId, compared } = this.stage;
    const { plan, steps } = await see(bench, planId);
    const offers = await Promise.all(
      [placementOffers, transportOffers, windowOffers].map((read) => read(bench.context, planId)),
    );
    const ledger = await bench.control('GET', 'ledger');
    const write = (value: unknown) =>
      compared === 'exact' ? JSON.stringify(value) : withoutTime(JSON.stringify(value));
    return {
      amazon: compared === 'exact' ? await bench.simulator.stateHash() : await stateOf(bench),
      ledger: write(ledger),
      plan: write({ plan, steps, offers }),
    };
  }
}

// What failed, what was drawn and what is still to come are no part of what the world is.
const PASSING = new Set(['clock', 'event', 'file', 'message', 'operation']);

type Entities = { readonly entities: readonly { readonly kind: string; readonly json: string }[] };

async function stateOf(bench: PracticeBench): Promise<string> {
  const { entities } = (await bench.control('GET', 'snapshot')) as Entities;
  return entities
    .filter(({ kind }) => !PASSING.has(kind))
    .map(({ kind, json }) => `${kind} ${withoutTime(json)}`)
    .toSorted()
    .join('\n');
}

/** The same text with every instant cut to its day. */
function withoutTime(json: string): string {
  return json
    .replace(/\b1[5-9]\d{11}\b/g, (instant) => String(Math.floor(Number(instant) / DAY)))
    .replace(/(\d\d\/\d\d\/\d{4}) \d\d:\d\d/g, '$1');
}

/** The application's life, which may be cut short once; the next begins with what was written down. */
class Life {
  private readonly bench: PracticeBench;
  private readonly death: Promise<'killed'>;
  private isOver = false;

  constructor(bench: PracticeBench, death: Promise<void>) {
    this.bench = bench;
    this.death = death.then(() => 'killed');
  }

  async survive<Value>(work: () => Promise<Value>): Promise<Value | 'killed'> {
    if (this.isOver) return work();
    const outcome = await Promise.race([work(), this.death]);
    if (outcome !== 'killed') return outcome;
    this.isOver = true;
    this.bench.restart();
    return outcome;
  }
}
