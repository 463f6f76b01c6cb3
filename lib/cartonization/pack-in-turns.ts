import { PackRun } from './pack.ts';
import type { PackBudget, Packing, PackProgress, PackRequest } from './types.ts';

/** So long others wait for their turn. */
const TURN_MILLISECONDS = 40;

export type Turns = {
  readonly now: () => number;
  /** Lets others have a turn: whoever wants to stop, or another request. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (progress: PackProgress) => void;
  readonly isStopped?: () => boolean;
};

/** Packs as `pack` does, and lets others have a turn in between. */
export async function packInTurns(
  request: PackRequest,
  budget: PackBudget,
  { now, pause, onProgress, isStopped }: Turns,
): Promise<Packing> {
  const run = new PackRun(request, budget);
  onProgress?.(run.progress);
  let turnEnds = now() + TURN_MILLISECONDS;
  while (run.advance()) {
    if (now() < turnEnds) continue;
    onProgress?.(run.progress);
    await pause();
    if (isStopped?.() === true) break;
    turnEnds = now() + TURN_MILLISECONDS;
  }
  return run.finish();
}
