import { generateClient } from '#lib/db/server';
import { runChecks, QUICK_CHECKS } from './checks.ts';
import { entry } from './entry.ts';
import { runTool, toolFile } from './tools.ts';

await entry(async () => {
  const startedAt = performance.now();
  await generateClient();
  // Files that did not change since the last check are not translated again; and one thread loads
  // the rooms once, while the other core looks at the types.
  const words = ['run', '--project', 'unit', '--reporter=dot', '--maxWorkers=1'];
  words.push('--experimental.fsModuleCache');
  const tests = { name: 'unit tests', run: () => runTool({ file: toolFile('vitest'), words }) };
  const failed = await runChecks([tests, ...QUICK_CHECKS]);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (failed.length > 0) throw new Error(`${failed.join(', ')}: failed (${seconds} s)`);
  console.log(`All is well (${seconds} s).`);
});
