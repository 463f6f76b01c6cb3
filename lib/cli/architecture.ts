import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOME } from './build-output.ts';
import { importLines } from './import-lines.ts';
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

const CONFIG = '.dependency-cruiser.cjs';
const INNOCENT = 'node_modules/.cache/firstleg/imports-found-innocent';

/** As `judgeImports`, at once where no file has said anything new of others since all were innocent. */
export async function judgeNewImports(): Promise<Verdict> {
  const stamp = join(HOME, INNOCENT);
  const said = await importsHash();
  if ((await readFile(stamp, 'utf8').catch(() => '')) === said)
    return { violations: [], unseen: [] };
  const verdict = await judgeImports();
  if (verdict.violations.length + verdict.unseen.length === 0) {
    await mkdir(join(stamp, '..'), { recursive: true });
    await writeFile(stamp, said);
  }
  return verdict;
}

async function importsHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [CONFIG, 'package-lock.json', 'package.json', 'tsconfig.json']) {
    hash.update(await readFile(join(HOME, file))).update('\0');
  }
  for (const file of [...(await rootFilesIn(HOME)), ...(await allSources(HOME))].toSorted()) {
    const lines = importLines(await readFile(join(HOME, file), 'utf8'));
    hash.update([file, ...lines].join('\n')).update('\0');
  }
  return hash.digest('hex');
}

const FOLDERS = ['app', 'components', 'e2e', 'lib'];

/** Holds the source files under `home` against .dependency-cruiser.cjs. */
export async function judgeImports(home: string = HOME): Promise<Verdict> {
  const folders = foldersIn(home);
  const targets = [...folders, ...(await rootFilesIn(home))];
  const config = join(HOME, CONFIG);
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
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    unseen: (await allSources(home)).filter((file) => !seen.has(file)),
  };
}

function foldersIn(home: string): readonly string[] {
  return FOLDERS.filter((folder) => existsSync(join(home, folder)));
}

async function rootFilesIn(home: string): Promise<readonly string[]> {
  const names = await readdir(home);
  return names.filter((name) => /^[^.].*\.ts$/.test(name) && name !== 'next-env.d.ts');
}

async function allSources(home: string): Promise<readonly string[]> {
  const sources = await Promise.all(foldersIn(home).map((folder) => sourcesIn(home, folder)));
  return sources.flat();
}

async function sourcesIn(home: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(home, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(home, '/').length))
    .filter((file) => !file.startsWith('lib/db/generated/'));
}
