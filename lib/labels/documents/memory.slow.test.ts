import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, it } from 'vitest';

import { checkItemLabels } from '../index.ts';
import { streamItemLabels } from '../server.ts';
import { anItemLabel } from '../testing/index.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes that something still holds on to. */
function held(): number {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Prints and lets the reader go slowly; what is held while the last pages are written. */
async function print(distinct: number, copies: number): Promise<{ held: number; bytes: number }> {
  const labels = Array.from({ length: distinct }, (_, index) => anItemLabel(index, { copies }));
  const job = checkItemLabels(labels, { kind: 'sheet', pageType: 'Letter_30' }, 300);
  if (!job.ok) throw new Error(JSON.stringify(job.problems));
  const reader = streamItemLabels(job.value).getReader();
  let most = 0;
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.length;
    most = held();
  }
  return { held: most, bytes };
}

describe('memory', { timeout: 120_000 }, () => {
  it('is given back after every job of fifty thousand labels', async () => {
    await print(1_000, 50);
    await print(1_000, 50);
    const before = held();
    for (let job = 0; job < 5; job++) await print(1_000, 50);
    expect(held() - before).toBeLessThan(1);
  });

  it('does not grow with the number of labels: half a million need what fifty thousand need', async () => {
    await print(1_000, 50);
    const usual = await print(1_000, 50);
    const huge = await print(1_000, 500);
    expect(huge.bytes).toBeGreaterThan(usual.bytes);
    expect(huge.held - usual.held).toBeLessThan(2);
  });
});
