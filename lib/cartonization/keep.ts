import type { Load } from './fill.ts';
import type { Block } from './layout.ts';
import { below, type Random } from './random.ts';

/** Blocks to keep when a box is packed anew in part: the first ones, or those outside some region. */
export function drawKept({ bin, blocks }: Load, random: Random): readonly Block[] {
  if (random() < 0.5) return blocks.slice(0, below(random, blocks.length + 1));
  const share = 0.3 + 0.5 * random();
  const l = bin.length * share;
  const w = bin.width * share;
  const h = bin.height * share;
  const x = random() * bin.length - l / 2;
  const y = random() * bin.width - w / 2;
  const z = random() * bin.height - h / 2;
  return blocks.filter(
    (block) =>
      block.x + block.nx * block.l <= x ||
      block.x >= x + l ||
      block.y + block.ny * block.w <= y ||
      block.y >= y + w ||
      block.z + block.nz * block.h <= z ||
      block.z >= z + h,
  );
}
