import { memberAt } from './cells.ts';
import { below, type Random } from './random.ts';

/** How a box is filled: a style is drawn at random for each attempt. */
export type Style = {
  /** Whole lattices into the next space, or one piece after the other into the best space. */
  readonly by: 'blocks' | 'pieces';
  /** What makes a space come first: how near it is to the origin along length, width, height. */
  readonly nearness: readonly [number, number, number];
  /** 0 to 1: how much chance has to say in what comes next. */
  readonly noise: number;
  /** How much space made useless counts against a block. */
  readonly loss: number;
  /** For pieces: far from the opposite corner, or near the origin by the measure above. */
  readonly seeks: 'corner' | 'low';
  readonly random: Random;
};

const LAYERS = [0.0001, 0.01, 1] as const;
const CROSS_LAYERS = [0.01, 0.0001, 1] as const;
const WALLS = [1, 0.01, 0.0001] as const;
const COLUMNS = [1, 0.0001, 0.01] as const;
const CROSS_WALLS = [0.0001, 1, 0.01] as const;
const CORNER = [1, 1, 1] as const;
const NEARNESS = [LAYERS, CROSS_LAYERS, WALLS, COLUMNS, CROSS_WALLS, CORNER];

/** The styles worth trying before chance is asked. */
export function plainStyles(random: Random): readonly Style[] {
  const plain = { by: 'blocks', noise: 0, loss: 1, seeks: 'corner', random } as const;
  return [
    { ...plain, nearness: LAYERS },
    { ...plain, nearness: WALLS },
    { ...plain, nearness: COLUMNS },
    { ...plain, nearness: CROSS_WALLS, loss: 0.3 },
  ];
}

/** A style drawn at random; `piecesShare` of them place piece by piece. */
export function drawStyle(random: Random, piecesShare: number): Style {
  const by = random() < piecesShare ? 'pieces' : 'blocks';
  const seeks = random() < 0.5 ? 'corner' : 'low';
  return {
    by,
    seeks,
    nearness: memberAt(NEARNESS, below(random, NEARNESS.length)),
    noise: random() < 0.15 ? 0 : 0.05 + 0.45 * random() ** 2,
    loss: random() < 0.3 ? 0 : 1.2 * random(),
    random,
  };
}
