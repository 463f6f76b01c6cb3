import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { env } from '#lib/env';
import { runTool, toolFile } from './tools.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const ADVICE =
  'There is no Chromium for the browser tests and none could be installed: install one and name it in CHROMIUM_PATH.';

/** The browser that is here: the named one, an installed one, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = env().chromiumPath;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
  }
  return [...USUAL_PLACES, chromium.executablePath()].find((file) => existsSync(file));
}

/** The same, installing one where there is none. */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
  const found = findChromium();
  if (found !== undefined) return found;
  say('No Chromium here: installing one …');
  await runTool({ file: toolFile('playwright'), words: ['install', 'chromium'] });
  if (findChromium() === undefined && process.getuid?.() === 0) await installDebianPackage();
  const installed = findChromium();
  if (installed === undefined) throw new Error(ADVICE);
  return installed;
}

async function installDebianPackage(): Promise<void> {
  const run = promisify(execFile);
  try {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  } catch {
    // No Debian, or no network: the caller sees that there is still none.
  }
}
