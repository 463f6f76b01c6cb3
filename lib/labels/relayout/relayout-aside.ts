import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';

import { problem, refuse, type Result } from '#lib/kernel';

import { packageFile, sourceFile } from '../package-file.ts';
import type { Answer } from './relayout-process.ts';
import type { Progress, Relaid, RelayoutProblem, RelayoutRequest } from './relayout.ts';

type Outcome = Result<Relaid, RelayoutProblem>;

// A page takes a tenth of a second; where nothing moves for this long, a file has us in a loop.
const STUCK_MS = 60_000;
const MOST_HEAP_MB = 1_024;
// What a process needs to run at all; of our secrets it needs none.
const PASSED_ON = new Set(['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot']);

// In this order: what is loaded before the one that reads TypeScript is not looked through by it,
// which for readers of that size takes four seconds.
const PRELOADED = [
  'pdfjs-dist/legacy/build/pdf.mjs',
  'pdfjs-dist/legacy/build/pdf.worker.mjs',
  '@cantoo/pdf-lib/es/index.js',
  'tsx/dist/loader.mjs',
] as const;

let last: Promise<unknown> = Promise.resolve();

/**
 * Amazon's labels for the paper at hand, laid out in a process of its own: hundreds of pages are drawn
 * and scanned, and whoever asks for anything else meanwhile must not wait. One job after the other.
 */
export function relayoutLabels(
  bytes: Uint8Array,
  request: RelayoutRequest,
  onProgress: Progress = () => undefined,
): Promise<Outcome> {
  const turn = last.then(() => layOut(start(), { bytes, request }, onProgress));
  last = turn.catch(() => undefined);
  return turn;
}

type Order = { readonly bytes: Uint8Array; readonly request: RelayoutRequest };

function layOut(child: ChildProcess, order: Order, onProgress: Progress): Promise<Outcome> {
  return new Promise<Outcome>((resolve, reject) => {
    let hasStarted = false;
    const stuck = setTimeout(() => child.kill('SIGKILL'), STUCK_MS);
    child.on('message', (message) => {
      // Only the file beside this one speaks here.
      const said = message as Answer;
      hasStarted = true;
      stuck.refresh();
      if (said.kind === 'progress') onProgress(said.done, said.total);
      else if (said.kind === 'failed') reject(new Error(said.words));
      else if (said.kind === 'done') resolve(said.result);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(stuck);
      // What brings the reader down is the file; what keeps it from starting is not.
      if (hasStarted) resolve(refuse(problem('labels-unreadable')));
      else reject(new Error(`labels cannot be laid out: ${code ?? signal}`));
    });
    child.send(order);
  });
}

function start(): ChildProcess {
  const known = Object.entries(process.env).filter(([name]) => PASSED_ON.has(name));
  return spawn(
    process.execPath,
    [
      `--max-old-space-size=${MOST_HEAP_MB}`,
      ...PRELOADED.flatMap((inside) => ['--import', pathToFileURL(packageFile(inside)).href]),
      sourceFile('lib/labels/relayout/relayout-process.ts'),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { ...Object.fromEntries(known), NODE_ENV: process.env.NODE_ENV },
    },
  );
}
