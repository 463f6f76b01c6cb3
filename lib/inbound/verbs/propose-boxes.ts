import { packInTurns, type Packing } from '#lib/cartonization';
import { ok, type Result } from '#lib/kernel';
import type { InboundPlan } from '../core/inbound-plan.ts';
import type { ShelfBox } from '../core/pack-shelf.ts';
import { type PackingWish, type ProposalTask, proposalTask } from '../core/proposal-task.ts';

/** A page that waits longer is given up by its reader, and the server has others to serve. */
const MOST_MILLISECONDS = 3_000;
const SEED = 1;

export type ProposeInput = {
  readonly wish: PackingWish;
  readonly shelf: readonly ShelfBox[];
  readonly seconds: number;
};

/** Packs on the server, in turns with everybody else's requests. Nothing is kept. */
export async function proposeBoxes(
  plan: InboundPlan,
  { wish, shelf, seconds }: ProposeInput,
): Promise<Result<{ readonly task: ProposalTask; readonly packing: Packing }>> {
  const task = proposalTask(plan, shelf, wish);
  if (!task.ok) return task;
  const now = (): number => performance.now();
  const milliseconds = Math.min(seconds * 1_000, MOST_MILLISECONDS);
  const packing = await packInTurns(
    task.value.request,
    { seed: SEED, clock: { now, milliseconds } },
    { now, pause: async () => new Promise((resolve) => setImmediate(resolve)) },
  );
  return ok({ task: task.value, packing });
}
