import { intAt } from './cells.ts';
import { billedCost, type Bin, type Model } from './model.ts';
import type { Load } from './fill.ts';
import { piecesIn } from './layout.ts';

/** More boxes than any shipment has. */
const ANY_NUMBER = 1_000_000_000;

/** How many boxes of each size are left. */
export class Shelf {
  private left: Int32Array;
  private readonly isShared: boolean;

  /** A shelf may be shared by packings that know nothing of each other. */
  constructor(bins: readonly Bin[], isShared: boolean) {
    this.left = Int32Array.from(bins, ({ carton }) => carton.stock ?? ANY_NUMBER);
    this.isShared = isShared;
  }

  /**
   * What one packing may try things out with: its boxes taken as they are, and of what else is
   * scarce all of it, or none if another packing may want it, too.
   */
  forTrial(): Shelf {
    const trial = new Shelf([], this.isShared);
    trial.left = this.left.map((count) => (this.isShared && count <= ANY_NUMBER / 2 ? 0 : count));
    return trial;
  }

  /** Takes other boxes in place of some. */
  exchange(old: readonly Load[], fresh: readonly Load[]): void {
    for (const { bin } of old) this.giveBack(bin);
    for (const { bin } of fresh) this.take(bin);
  }

  /** Whether there are as many boxes of every size as anybody may want. */
  get isBottomless(): boolean {
    return this.left.every((count) => count > ANY_NUMBER / 2);
  }

  has(bin: Bin): boolean {
    return this.count(bin) > 0;
  }

  count(bin: Bin): number {
    return intAt(this.left, bin.index);
  }

  take(bin: Bin, count = 1): void {
    this.left[bin.index] = this.count(bin) - count;
  }

  giveBack(bin: Bin): void {
    this.take(bin, -1);
  }
}

export function costOf(load: Load, { tariff }: Model): number {
  const { carton } = load.bin;
  return billedCost(carton, carton.tareWeight + load.weight, tariff);
}

export function sumOfCosts(loads: readonly Load[], model: Model): number {
  return loads.reduce((sum, load) => sum + costOf(load, model), 0);
}

/** Adds the pieces of the load to the stock, or takes them away. */
export function pour(load: Load, stock: Int32Array, sign: 1 | -1 = 1): void {
  for (const block of load.blocks) {
    const { index } = block.kind;
    stock[index] = intAt(stock, index) + sign * piecesIn(block);
  }
}

export function isEmpty(stock: Int32Array): boolean {
  return stock.every((count) => count === 0);
}

/** How often the same load can be taken from the stock. */
export function timesIn(load: Load, stock: Int32Array): number {
  const needed = new Int32Array(stock.length);
  pour(load, needed);
  let times = ANY_NUMBER;
  for (const [index, count] of needed.entries()) {
    if (count > 0) times = Math.min(times, Math.floor(intAt(stock, index) / count));
  }
  return times;
}
