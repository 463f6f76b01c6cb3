import type { Instant } from '#lib/kernel';

import type { DueEvent } from './entities.ts';
import type { World } from './world.ts';

/** Everything that is still to happen, earliest first; ties go by id, so the order is always the same. */
export type Agenda = {
  readonly add: (event: DueEvent) => void;
  /** Takes the first event that is due at `now`. */
  readonly take: (now: Instant) => DueEvent | undefined;
  readonly next: () => DueEvent | undefined;
};

export function createAgenda(world: World): Agenda {
  const heap: DueEvent[] = [];
  const agenda: Agenda = {
    add: (event) => {
      heap.push(event);
      rise(heap, heap.length - 1);
    },
    take: (now) => {
      const first = heap[0];
      if (!first || first.at > now) return undefined;
      const last = heap.pop();
      if (last && heap.length > 0) {
        heap[0] = last;
        sink(heap, 0);
      }
      return first;
    },
    next: () => heap[0],
  };
  for (const event of world.all('event')) agenda.add(event);
  return agenda;
}

function earlier(a: DueEvent, b: DueEvent): boolean {
  return a.at === b.at ? a.id < b.id : a.at < b.at;
}

function rise(heap: DueEvent[], start: number): void {
  let index = start;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfEarlier(heap, index, parent)) return;
    index = parent;
  }
}

function sink(heap: DueEvent[], start: number): void {
  let index = start;
  for (;;) {
    const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
    if (!left) return;
    const child = right && earlier(right, left) ? 2 * index + 2 : 2 * index + 1;
    if (!swapIfEarlier(heap, child, index)) return;
    index = child;
  }
}

function swapIfEarlier(heap: DueEvent[], below: number, above: number): boolean {
  const [a, b] = [heap[below], heap[above]];
  if (!a || !b || !earlier(a, b)) return false;
  heap[below] = b;
  heap[above] = a;
  return true;
}
