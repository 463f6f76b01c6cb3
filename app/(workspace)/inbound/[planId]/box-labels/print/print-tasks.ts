import type { BoxLabels } from '#lib/inbound/server';
import type { Result } from '#lib/kernel';

/** Labels that are being laid out for somebody who waits, or lie ready to be fetched. */
export type PrintTask = {
  readonly labels: Promise<Result<BoxLabels>>;
  /** how many of Amazon's pages were read, once it is known how many there are */
  progress?: { readonly done: number; readonly total: number };
};

type Progress = (done: number, total: number) => void;

const KEPT_MS = 5 * 60_000;

const tasks = new Map<string, PrintTask>();

/** The task of that name, begun now if it is not under way; whoever asks again finds the same one. */
export function taskOf(
  name: string,
  begin: (onProgress: Progress) => Promise<Result<BoxLabels>>,
): PrintTask {
  const known = tasks.get(name);
  if (known) return known;
  const task: PrintTask = {
    labels: begin((done, total) => {
      task.progress = { done, total };
    }),
  };
  tasks.set(name, task);
  const forgetLater = (): void => {
    setTimeout(() => forget(name, task), KEPT_MS).unref();
  };
  task.labels.then(forgetLater, forgetLater);
  return task;
}

/** What was handed out is made anew the next time. */
export function forget(name: string, task: PrintTask): void {
  if (tasks.get(name) === task) tasks.delete(name);
}

/** Whether the task is done, at the latest after so long. */
export async function isDoneWithin({ labels }: PrintTask, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = labels.then(
    () => true,
    () => true,
  );
  const isDone = await Promise.race([done, patience]);
  clearTimeout(timer);
  return isDone;
}
