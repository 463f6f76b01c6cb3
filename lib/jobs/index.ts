// Work that outlives a request: queued in the transaction that asks for it, run by one worker at
// a time per key, begun again when its process dies. Knows no job; `worker` brings the handlers.
export { LIFELINE, tieToStarter } from './lifeline.ts';
export { enqueue, type EnqueueOptions } from './queue.ts';
export {
  type JobHandler,
  type JobHandlers,
  type JobOutcome,
  type JobRun,
  startJobs,
  type Worker,
} from './worker.ts';
