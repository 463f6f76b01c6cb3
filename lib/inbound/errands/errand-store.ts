import { type Context, writeAudit } from '#lib/context/server';
import { type Db, toJson, toJsonOrNothing, transaction, type Tx } from '#lib/db';
import { type Instant, optional, type Problem } from '#lib/kernel';
import type { InboundPlan } from '../core/inbound-plan.ts';
import { saveOffersIn, savePlanIn, type StoredPlan } from '../store.ts';
import { enqueueErrand } from './enqueue.ts';
import type { Errand, MoveProgress, TranscriptLine } from './errand.ts';
import type { ErrandKind } from '../core/inbound-plan.ts';
import type { Absorbed } from './move.ts';

/** Writes the errand and marks the plan as waiting, both or neither; false when the plan moved on. */
export async function insertErrand(
  context: Context,
  stored: StoredPlan,
  errand: { readonly id: string; readonly kind: ErrandKind; readonly input: unknown },
  after: InboundPlan,
): Promise<boolean> {
  const { id, kind, input } = errand;
  const now = context.clock.now();
  return transaction(context.db, async (tx) => {
    const waiting = { ...after, errand: { id, kind, state: 'running' as const, startedAt: now } };
    if (!(await savePlanIn(tx, context, { stored, after: waiting, verb: kind }))) return false;
    await tx.inboundErrand.create({
      data: {
        id,
        workspaceId: context.workspaceId,
        planId: after.id,
        kind,
        input: toJson(input),
        state: 'running',
        moved: [],
        problems: [],
        transcript: [],
        startedAt: new Date(now),
        updatedAt: new Date(now),
      },
    });
    await enqueueErrand(tx, id);
    return true;
  });
}

type ErrandRow = NonNullable<Awaited<ReturnType<Db['inboundErrand']['findUnique']>>>;

export async function loadErrand(db: Db, errandId: string): Promise<Errand | undefined> {
  const row = await db.inboundErrand.findUnique({ where: { id: errandId } });
  return row ? asErrand(row) : undefined;
}

/** The newest first. */
export async function loadErrands(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
  most: number,
): Promise<Errand[]> {
  const rows = await context.db.inboundErrand.findMany({
    where: { planId, workspaceId: context.workspaceId },
    orderBy: { startedAt: 'desc' },
    take: most,
  });
  return rows.map(asErrand);
}

/** Since when Amazon may have a plan of ours whose creation was asked for but not heard of. */
export async function askedSince(
  context: Pick<Context, 'db' | 'workspaceId'>,
  planId: string,
): Promise<Instant | undefined> {
  const rows = await context.db.inboundErrand.findMany({
    where: { planId, workspaceId: context.workspaceId, kind: 'create-plan', state: 'failed' },
  });
  const asked = rows
    .map((row) => asErrand(row).move)
    .flatMap((move) => (move?.key === 'create-plan' ? [move.since] : []));
  return asked.length === 0 ? undefined : Math.min(...asked);
}

export async function saveMove(
  context: Context,
  errand: Errand,
  move: MoveProgress,
  line: TranscriptLine,
): Promise<Errand> {
  const after = { ...errand, move, transcript: [...errand.transcript, line] };
  await context.db.inboundErrand.update({ where: { id: errand.id }, data: data(context, after) });
  return after;
}

/** One more try was in vain; the errand stays as it is. */
export async function saveAttempt(
  context: Context,
  errand: Errand,
  line: TranscriptLine,
): Promise<Errand> {
  const { attempts, transcript } = errand;
  const after = { ...errand, attempts: attempts + 1, transcript: [...transcript, line] };
  await context.db.inboundErrand.update({ where: { id: errand.id }, data: data(context, after) });
  return after;
}

/** A move is over: what the plan now is, the options it brought, and the errand without it. */
export async function saveMoved(
  context: Context,
  errand: Errand,
  stored: StoredPlan,
  result: { readonly absorbed: Absorbed; readonly key: string; readonly line: TranscriptLine },
): Promise<Errand> {
  const { move: _, ...rest } = errand;
  const after: Errand = {
    ...rest,
    attempts: 0,
    moved: [...errand.moved, result.key],
    transcript: [...errand.transcript, result.line],
  };
  await transaction(context.db, async (tx) => {
    const edit = { stored, after: result.absorbed.plan, verb: result.key.replace(/:.*$/, '') };
    if (!(await savePlanIn(tx, context, edit))) {
      throw new Error(`plan ${errand.planId} was edited while Amazon was working on it`);
    }
    for (const set of result.absorbed.offers ?? []) {
      await saveOffersIn(tx, context, errand.planId, set);
    }
    await updateIn(tx, context, after);
  });
  return after;
}

/** The errand is over, one way or the other; the plan is free again. */
export async function finishErrand(
  context: Context,
  errand: Errand,
  stored: StoredPlan,
  outcome: {
    readonly problems: readonly Problem[];
    readonly line?: TranscriptLine;
    readonly plan?: InboundPlan;
  },
): Promise<void> {
  const { problems, line } = outcome;
  const state = problems.length === 0 ? ('done' as const) : ('failed' as const);
  const after = {
    ...errand,
    state,
    problems,
    transcript: line ? [...errand.transcript, line] : errand.transcript,
  };
  const { errand: waiting, ...free } = outcome.plan ?? stored.plan;
  const plan: InboundPlan =
    state === 'failed' && waiting ? { ...free, errand: { ...waiting, state } } : free;
  await transaction(context.db, async (tx) => {
    if (
      !(await savePlanIn(tx, context, { stored, after: plan, verb: `${errand.kind}-${state}` }))
    ) {
      throw new Error(`plan ${errand.planId} was edited while Amazon was working on it`);
    }
    await updateIn(tx, context, after, new Date(context.clock.now()));
  });
}

async function updateIn(
  tx: Tx,
  context: Context,
  errand: Errand,
  finishedAt?: Date,
): Promise<void> {
  await tx.inboundErrand.update({
    where: { id: errand.id },
    data: { ...data(context, errand), ...optional('finishedAt', finishedAt) },
  });
}

function data(context: Context, errand: Errand) {
  return {
    state: errand.state,
    moved: toJson(errand.moved),
    move: toJsonOrNothing(errand.move),
    problems: toJson(errand.problems),
    transcript: toJson(errand.transcript),
    attempts: errand.attempts,
    updatedAt: new Date(context.clock.now()),
  };
}

// Written by `data` and `insertErrand` alone, so the shapes of the columns are known.
function asErrand(row: ErrandRow): Errand {
  return {
    id: row.id,
    planId: row.planId,
    kind: row.kind as ErrandKind,
    input: row.input,
    state: row.state as Errand['state'],
    moved: row.moved as unknown as readonly string[],
    ...(row.move === null ? {} : { move: row.move as unknown as MoveProgress }),
    problems: row.problems as unknown as readonly Problem[],
    transcript: row.transcript as unknown as readonly TranscriptLine[],
    attempts: row.attempts,
    startedAt: row.startedAt.getTime(),
    ...optional('stopAskedAt', row.stopAskedAt?.getTime()),
  };
}

/** Asks an errand to end early; its own writing does not touch the wish. */
export async function askToStop(context: Context, planId: string, errandId: string): Promise<void> {
  await transaction(context.db, async (tx) => {
    await tx.inboundErrand.updateMany({
      where: { id: errandId, workspaceId: context.workspaceId, state: 'running' },
      data: { stopAskedAt: new Date(context.clock.now()) },
    });
    await writeAudit(tx, context, {
      objectType: 'inbound-plan',
      objectId: planId,
      verb: 'stop-search',
    });
  });
}

/** The connection that an errand runs through. */
export async function connectionOfErrand(db: Db, errandId: string): Promise<string | undefined> {
  const row = await db.inboundErrand.findUnique({
    where: { id: errandId },
    select: { plan: { select: { connectionId: true } } },
  });
  return row?.plan.connectionId;
}
