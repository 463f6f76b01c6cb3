import type { PackNews, PackOrder } from './pack-messages.ts';

/** Begins an order in a worker of its own; whoever ends it ends the worker. */
export function orderPacking(
  order: PackOrder,
  hear: (news: PackNews) => void,
  fail: () => void,
): Worker {
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<PackNews>) => hear(data));
  worker.addEventListener('error', fail);
  worker.postMessage(order, []);
  return worker;
}
