import { availableParallelism } from 'node:os';
import { judgeNewImports } from './architecture.ts';
import { type Finished, runTool, toolFile } from './tools.ts';

export type Check = { readonly name: string; readonly run: () => Promise<Finished> };

const tool = (name: string, packageName: string, ...words: readonly string[]): Check => ({
  name,
  run: () => runTool({ file: toolFile(packageName), words }),
});

const types = (...words: readonly string[]): Check =>
  tool('types and lint', 'oxlint', '--type-aware', '--type-check', ...words);
const BESIDES: readonly Check[] = [
  { name: 'architecture', run: checkImports },
  tool('format', 'oxfmt', '--check'),
];

/** What can be said about the sources without running them; the slow ones first. */
export const STATIC_CHECKS: readonly Check[] = [types(), ...BESIDES];

// Rules that ask for the type of every expression: a quarter of the time of all.
const HUNGRY = [
  'await-thenable',
  'no-base-to-string',
  'no-duplicate-type-constituents',
  'no-floating-promises',
  'no-meaningless-void-operator',
  'no-misused-promises',
  'no-misused-spread',
  'no-redundant-type-constituents',
  'no-unnecessary-boolean-literal-compare',
  'no-unnecessary-template-expression',
  'no-unnecessary-type-assertion',
  'no-unnecessary-type-conversion',
  'no-unnecessary-type-parameters',
  'no-unsafe-enum-comparison',
  'no-useless-default-assignment',
  'require-array-sort-compare',
  'restrict-template-expressions',
  'switch-exhaustiveness-check',
  'unbound-method',
];

/** The same while one types: the hungry rules are asked by the whole test run alone. */
export const QUICK_CHECKS: readonly Check[] = [
  types(...HUNGRY.map((rule) => `--allow=typescript/${rule}`)),
  ...BESIDES,
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
