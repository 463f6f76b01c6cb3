import type { PackedCarton, Packing, Sides } from './types.ts';

function volume({ length, width, height }: Sides): number {
  return length * width * height;
}

export function summaryOf(boxes: readonly PackedCarton[], lowerBound: number): Packing['summary'] {
  const sum = (of: (box: PackedCarton) => number): number =>
    boxes.reduce((total, box) => total + box.quantity * of(box), 0);
  const used = sum(({ placements }) =>
    placements.reduce((total, placement) => total + volume(placement), 0),
  );
  const room = sum(({ carton }) => volume(carton));
  return {
    boxes: sum(() => 1),
    cost: sum(({ cost }) => cost),
    fill: room === 0 ? 0 : used / room,
    lowerBound,
  };
}
