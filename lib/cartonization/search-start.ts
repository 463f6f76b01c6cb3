import type { Load } from './fill.ts';
import type { Workbench } from './workbench.ts';
import type { Random } from './random.ts';
import type { Shelf } from './shelf.ts';

/** What a search goes on from. */
export type SearchStart = {
  readonly bench: Workbench;
  readonly shelf: Shelf;
  readonly loads: readonly Load[];
  readonly random: Random;
  /** How many of the attempts, 0 to 1, place piece by piece rather than by lattices. */
  readonly piecesShare: number;
  /** How many of the attempts, 0 to 1, pack a box anew in part only. */
  readonly keptShare: number;
};
