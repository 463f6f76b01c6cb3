import { readFileSync } from 'node:fs';
import { env } from '#lib/env';
import { entry } from './entry.ts';
import { openHouse } from './house.ts';

await entry(async () => {
  const isDev = process.argv.includes('--dev');
  const leaving = whenAskedToLeave();
  try {
    const house = await openHouse({ settings: env(), isDev, say: console.log, signal: leaving });
    console.log(`Firstleg runs at ${house.url}`);
    if (house.demo) console.log(`Demo sign-in: ${house.demo.email} / ${house.demo.password}`);
    await Promise.race([house.collapsed, aborted(leaving)]);
    await house.stop();
    if (!leaving.aborted) throw new Error('The server ended unexpectedly.');
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
  process.exit(0);
});

/** Ctrl-C, a termination, or npm being killed above us. */
function whenAskedToLeave(): AbortSignal {
  const leaving = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => leaving.abort());
  }
  if (process.env.npm_lifecycle_event !== undefined) {
    const before = ancestry();
    setInterval(() => {
      if (ancestry() !== before) leaving.abort();
    }, 500).unref();
  }
  return leaving.signal;
}

// npm runs us through a shell, which stays behind when npm is killed.
function ancestry(): string {
  const above = process.ppid;
  try {
    const stat = readFileSync(`/proc/${above}/stat`, 'utf8');
    const [, grandparent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${above} ${grandparent}`;
  } catch {
    return String(above);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
