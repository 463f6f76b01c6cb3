import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateClient } from '#lib/db/server';

export const HOME = fileURLToPath(new URL('../../', import.meta.url));
export const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');
const STAMP = join(HOME, '.next/firstleg-sources');

const FOLDERS = ['app', 'components', 'lib', 'prisma/schema', 'public'];
const FILES = [
  'instrumentation-node.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Builds the application unless the last build was made of the same sources. */
export async function ensureBuild(
  say: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  await generateClient();
  const sources = await sourcesHash();
  const last = await readFile(STAMP, 'utf8').catch(() => undefined);
  if (last === sources && existsSync(join(HOME, '.next/BUILD_ID'))) return;
  say('Building the application, which takes a minute the first time …');
  await nextBuild(signal);
  await writeFile(STAMP, sources);
}

async function nextBuild(signal: AbortSignal | undefined): Promise<void> {
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: HOME,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`The application does not build.\n${said.trim()}`);
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const folder of FOLDERS) await addFolder(hash, folder);
  for (const file of FILES) await addFile(hash, file);
  return hash.digest('hex');
}

async function addFolder(hash: Hash, folder: string): Promise<void> {
  const entries = await readdir(join(HOME, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`;
    if (isNoSource(path)) continue;
    if (entry.isDirectory()) await addFolder(hash, path);
    else await addFile(hash, path);
  }
}

function isNoSource(path: string): boolean {
  return (
    /\.test\.tsx?$/.test(path) ||
    path.endsWith('/testing') ||
    path === 'lib/cli' ||
    path === 'lib/db/generated'
  );
}

async function addFile(hash: Hash, file: string): Promise<void> {
  const content = await readFile(join(HOME, file)).catch(() => undefined);
  if (content) hash.update(`${file}\0${content.length}\0`).update(content);
}
