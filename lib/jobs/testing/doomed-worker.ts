import { startJobs } from '#lib/jobs';

// Run by a test as a process of its own, to be killed while a job is running.
await startJobs({
  url: process.argv[2] ?? '',
  onError: (error) => process.stderr.write(String(error)),
  handlers: {
    'test.slow': async (_data, run) => {
      process.stdout.write(`begun ${run.attempt}`);
      await new Promise(() => setInterval(() => undefined, 1_000));
    },
  },
});
