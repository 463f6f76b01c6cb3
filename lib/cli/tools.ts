import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HOME } from './build-output.ts';

const Manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The file of a package's command, to be run by this Node: no shell and no .bin in between. */
export function toolFile(packageName: string, command = packageName): string {
  const folder = join(HOME, 'node_modules', packageName);
  const { bin } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

export type Finished = {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
};

type Words = { readonly file: string; readonly words: readonly string[]; readonly echo?: boolean };

const MANNERS = {
  NEXT_TELEMETRY_DISABLED: '1',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  // Tools that live for seconds: compiled once, and with memory to spare before they collect.
  NODE_COMPILE_CACHE: join(HOME, 'node_modules/.cache/compiled'),
  GOGC: '400',
};

/** Runs a tool to its end; its output is kept, and shown as it comes with `echo`. */
export async function runTool({ file, words, echo = false }: Words): Promise<Finished> {
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, [file, ...words], {
    cwd: HOME,
    env: { ...process.env, ...MANNERS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (echo) process.stdout.write(chunk);
    });
  }
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('close', (status) => done(status ?? 1));
  });
  return { code, output, seconds: (performance.now() - startedAt) / 1_000 };
}
