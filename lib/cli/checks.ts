import { availableParallelism } from 'node:os';
import { judgeNewImports } from './architecture.ts';
import { type Finished, runTool, toolFile } from './tools.ts';

export type Check = { readonly name: string; readonly run: () => Promise<Finished> };

const tool = (name: string, packageName: string, ...words: readonly string[]): Check => ({
  name,
  run: () => runTool({ file: toolFile(packageName), words }),
});

/** What can be said about the sources without running them; the slow ones first. */
export const STATIC_CHECKS: readonly Check[] = [
  tool('types and lint', 'oxlint', '--type-aware', '--type-check'),
  { name: 'architecture', run: checkImports },
  tool('format', 'oxfmt', '--check'),
];

/** Slower, and nothing that one breaks while typing: asked by the whole test run alone. */
export const DEAD_CODE: Check = tool('dead code', 'knip', '--no-progress', '--no-config-hints');

async function checkImports(): Promise<Finished> {
  const startedAt = performance.now();
  const { violations, unseen } = await judgeNewImports();
  const lines = [...violations, ...unseen.map((file) => `not seen by the cruiser: ${file}`)];
  return {
    code: lines.length === 0 ? 0 : 1,
    output: lines.join('\n'),
    seconds: (performance.now() - startedAt) / 1_000,
  };
}

/** Runs the checks side by side, tells of each as it ends, and returns the names that failed. */
export async function runChecks(checks: readonly Check[]): Promise<readonly string[]> {
  const waiting = [...checks];
  const failed: string[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, seconds } = await check.run();
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds.toFixed(1)} s)`);
      if (code === 0) continue;
      failed.push(check.name);
      console.log(output.trim().replaceAll(/^/gm, '    '));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
  return failed;
}
