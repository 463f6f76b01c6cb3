import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOME } from './build-output.ts';
import { toolFile } from './tools.ts';

export type Verdict = {
  /** `rule: from → to` for everything the law forbids. */
  readonly violations: readonly string[];
  /** Source files the cruiser never looked at: a blind judge finds everybody innocent. */
  readonly unseen: readonly string[];
};

type Report = {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
};

const FOLDERS = ['app', 'components', 'e2e', 'lib'];

/** Holds the source files under `home` against .dependency-cruiser.cjs. */
export async function judgeImports(home: string = HOME): Promise<Verdict> {
  const folders = FOLDERS.filter((folder) => existsSync(join(home, folder)));
  const rootFiles = (await readdir(home)).filter((name) => /^[^.].*\.ts$/.test(name));
  const targets = [...folders, ...rootFiles.filter((name) => name !== 'next-env.d.ts')];
  const config = join(HOME, '.dependency-cruiser.cjs');
  const words = ['--config', config, '--output-type', 'json', ...targets];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [toolFile('dependency-cruiser', 'depcruise'), ...words],
    { cwd: home, maxBuffer: 256 * 1024 * 1024 },
  ).catch((error: { stdout?: string; stderr?: string }) => {
    // The exit code counts violations; without a report the cruiser itself failed.
    if (error.stdout?.startsWith('{')) return { stdout: error.stdout };
    throw new Error(`The imports could not be judged. ${error.stderr ?? ''}`);
  });
  const { modules, summary } = JSON.parse(stdout) as Report;
  const seen = new Set(modules.map(({ source }) => source));
  const sources = await Promise.all(folders.map((folder) => sourcesIn(home, folder)));
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    unseen: sources.flat().filter((file) => !seen.has(file)),
  };
}

async function sourcesIn(home: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(home, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(home, '/').length))
    .filter((file) => !file.startsWith('lib/db/generated/'));
}
