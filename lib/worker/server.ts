import 'server-only';

// The only place that knows every job: starts them in the process that serves the pages.
export { ensureDemo } from './demo.ts';
export { beginWork } from './begin-work.ts';
