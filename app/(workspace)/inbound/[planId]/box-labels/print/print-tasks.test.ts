import { expect, test } from 'vitest';
import type { BoxLabels } from '#lib/inbound/server';
import { ok, type Result } from '#lib/kernel';
import { forget, isDoneWithin, taskOf } from './print-tasks.ts';

const LABELS = ok({ fileName: 'labels.pdf', bytes: new Uint8Array(), warnings: [] });

function begun() {
  let finish: (labels: Result<BoxLabels>) => void = () => undefined;
  let tell: (done: number, total: number) => void = () => undefined;
  let times = 0;
  return {
    times: () => times,
    finish: () => finish(LABELS),
    tell: (done: number, total: number) => tell(done, total),
    begin: (onProgress: (done: number, total: number) => void) => {
      times++;
      tell = onProgress;
      return new Promise<Result<BoxLabels>>((resolve) => {
        finish = resolve;
      });
    },
  };
}

test('whoever asks again while labels are laid out waits for the same ones', async () => {
  const work = begun();
  const task = taskOf('a', work.begin);
  expect(await isDoneWithin(task, 1)).toBe(false);
  expect(task.progress).toBeUndefined();
  work.tell(3, 40);
  expect(taskOf('a', work.begin).progress).toEqual({ done: 3, total: 40 });
  work.finish();
  expect(await isDoneWithin(task, 1_000)).toBe(true);
  expect(await taskOf('a', work.begin).labels).toBe(LABELS);
  expect(work.times()).toBe(1);
});

test('labels that were handed out are laid out anew for the next one who asks', () => {
  const [first, second] = [begun(), begun()];
  const task = taskOf('b', first.begin);
  forget('b', task);
  expect(taskOf('b', second.begin)).not.toBe(task);
  forget('b', task);
  taskOf('b', second.begin);
  expect([first.times(), second.times()]).toEqual([1, 1]);
});

test('a task that fails is done, too', async () => {
  const task = taskOf('c', () => Promise.reject(new Error('no paper')));
  expect(await isDoneWithin(task, 1_000)).toBe(true);
  await expect(task.labels).rejects.toThrow('no paper');
});
