import { floatAt, intAt } from './cells.ts';
import { fillByBlocks } from './fill-by-blocks.ts';
import { fillByPieces } from './fill-by-pieces.ts';
import type { Block } from './layout.ts';
import { piecesIn } from './layout.ts';
import type { Bin } from './model.ts';
import type { Style } from './style.ts';
import type { Workbench } from './workbench.ts';

/** What went into one box. */
export type Load = {
  readonly bin: Bin;
  readonly blocks: readonly Block[];
  readonly weight: number;
  /** Sum of the worth of the pieces. */
  readonly worth: number;
};

/**
 * Fills a box from the stock, which is left without what was put in. Of the blocks to be kept those
 * stay where they are that the stock still has and that still find something to stand on.
 */
export function fill(bench: Workbench, bin: Bin, style: Style, kept: readonly Block[] = []): Load {
  const { layout, stock, worth } = bench;
  layout.reset(bin, stock);
  for (const block of kept) {
    const left = intAt(stock, block.kind.index) - piecesIn(block);
    if (left < 0 || !layout.canStand(block)) continue;
    stock[block.kind.index] = left;
    layout.place(block);
  }
  if (style.by === 'blocks') fillByBlocks(bench, style);
  else fillByPieces(bench, style);
  let sum = 0;
  for (const block of layout.blocks) sum += piecesIn(block) * floatAt(worth, block.kind.index);
  return { bin, blocks: layout.blocks, weight: layout.weight, worth: sum };
}
