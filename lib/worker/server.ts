import 'server-only';

// The only place that knows every job: starts them in the process that serves the pages.
export { jobHandlers, LOOK_AFTER_ALL_JOB } from './handlers.ts';
