import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { generateClient } from '#lib/db/server';
import { ensureBuild } from './build-output.ts';
import { DEAD_CODE, runChecks, STATIC_CHECKS } from './checks.ts';
import { ensureChromium } from './chromium.ts';
import { entry } from './entry.ts';
import { runTool, toolFile } from './tools.ts';

type Count = { readonly passed: number; readonly failed: number };

const VitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

const report = await mkdtemp(join(tmpdir(), 'firstleg-report-'));
const counts: Count[] = [];
// A step that breaks outside of its tests counts as one failure, so that the sum never hides it.
async function step(name: string, work: () => Promise<Count>): Promise<void> {
  console.log(`\n— ${name}`);
  try {
    counts.push(await work());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts.push({ passed: 0, failed: 1 });
  }
}

async function vitest(name: string, words: readonly string[]): Promise<Count> {
  const file = join(report, `${name}.json`);
  const { code } = await runTool({
    file: toolFile('vitest'),
    words: ['run', ...words, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    echo: true,
  });
  const read = VitestReport.parse(JSON.parse(await readFile(file, 'utf8')));
  return honest(code, { passed: read.numPassedTests, failed: read.numFailedTests });
}

// What has to be covered is covered here; watching the others costs time and proves nothing.
function unitTests(): Promise<Count> {
  return vitest('unit', ['--project', 'unit', '--coverage']);
}

// One half of the cores computes, the other waits for the database; neither waits for the other.
async function slowTests(): Promise<Count> {
  const workers = `--maxWorkers=${Math.max(1, Math.floor(availableParallelism() / 2))}`;
  const both = await Promise.all(
    ['slow', 'db'].map((project) => vitest(project, ['--project', project, workers])),
  );
  return { passed: total(both, 'passed'), failed: total(both, 'failed') };
}

async function playwright(): Promise<Count> {
  process.env.CHROMIUM_PATH = await ensureChromium(console.log);
  await ensureBuild(console.log);
  const file = join(process.cwd(), 'test-results/results.json');
  await rm(file, { force: true });
  const { code } = await runTool({
    file: toolFile('@playwright/test', 'playwright'),
    words: ['test'],
    echo: true,
  });
  const { stats } = PlaywrightReport.parse(JSON.parse(await readFile(file, 'utf8')));
  return honest(code, { passed: stats.expected + stats.flaky, failed: stats.unexpected });
}

function total(all: readonly Count[], of: keyof Count): number {
  return all.reduce((sum, count) => sum + count[of], 0);
}

// Coverage below the gate, or an error between tests, ends a runner without a failed test.
function honest(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

await entry(async () => {
  await generateClient();
  await step('checks', async () => ({
    passed: 0,
    failed: (await runChecks([...STATIC_CHECKS, DEAD_CODE])).length,
  }));
  await step('unit tests', unitTests);
  await step('slow and database tests', slowTests);
  await step('browser tests', playwright);
  await rm(report, { recursive: true });
  const failed = total(counts, 'failed');
  console.log(`\n${total(counts, 'passed')} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
