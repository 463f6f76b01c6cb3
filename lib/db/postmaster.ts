import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What postmaster.pid says about the server that wrote it. */
export type Postmaster = { readonly pid: number; readonly port: number };

export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 0 } : undefined;
}

/** Whether `pid` is a living PostgreSQL over `dataFolder`, and not a stranger with its number. */
export async function isPostgresOver(pid: number, dataFolder: string): Promise<boolean> {
  const command = await commandLine(pid);
  return command.includes('postgres') && command.includes(dataFolder);
}

// Empty for a process that is gone, or a zombie nobody has collected.
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return text.replaceAll('\0', ' ');
  }
  if (process.platform === 'win32') {
    const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
    const asked = await run('powershell', ['-NoProfile', '-Command', query]).catch(() => undefined);
    return asked?.stdout ?? '';
  }
  const asked = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  return asked?.stdout ?? '';
}
