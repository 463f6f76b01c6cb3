import { startEmbedded } from '../embedded.ts';

// Run by a test as a process of its own, to be killed while its PostgreSQL is running.
await startEmbedded(process.argv[2] ?? '', { isThrowaway: true });
process.stdout.write('started');
setInterval(() => undefined, 1_000);
