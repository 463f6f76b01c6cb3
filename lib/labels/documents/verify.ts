import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import type { ItemLabelJob } from '../item-label.ts';
import { drawItemBars, itemLabelTemplate } from './item-label-document.ts';
import { decode } from '../reading/decoder.ts';

/**
 * Reads every distinct barcode of a job back, from the very drawing that goes into the PDF, with a
 * decoder that is not ours. A job that passes says what its labels say.
 */
export async function verifyItemLabels(
  job: ItemLabelJob,
): Promise<Result<{ readonly codes: number }, 'label-does-not-scan'>> {
  const template = await itemLabelTemplate(job);
  const wrong: Problem<'label-does-not-scan'>[] = [];
  const seen = new Set<string>();
  for (const [index, label] of job.labels.entries()) {
    if (seen.has(label.fnsku)) continue;
    seen.add(label.fnsku);
    const read = await readBack(drawItemBars(label, job, template));
    if (read === label.fnsku) continue;
    const facts = { fnsku: label.fnsku, read: read ?? '' };
    wrong.push(problem('label-does-not-scan', facts, `labels.${index}.fnsku`));
  }
  return wrong.length > 0 ? refuse(...wrong) : ok({ codes: seen.size });
}

// As high as needed for a decoder to look at several lines.
const ROWS = 24;

/** The content a scanner reads from bars drawn in printer dots. */
export async function readBack(drawing: string): Promise<string | undefined> {
  const bars = [...drawing.matchAll(/(\d+) 0 (\d+) \d+ re/g)].map(([, x, width]) => ({
    x: Number(x),
    width: Number(width),
  }));
  const last = bars.at(-1);
  if (!last) return undefined;
  const narrow = Math.min(...bars.map(({ width }) => width));
  const quiet = 10 * narrow;
  const width = last.x + last.width + 2 * quiet;
  const data = new Uint8ClampedArray(width * ROWS * 4).fill(255);
  for (const bar of bars) {
    for (let y = 0; y < ROWS; y++) {
      for (let x = quiet + bar.x; x < quiet + bar.x + bar.width; x++) {
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  const found = await decode(
    { data, width, height: ROWS },
    {
      formats: ['Code128'],
      tryRotate: false,
      tryInvert: false,
      tryDownscale: false,
      maxNumberOfSymbols: 1,
    },
  );
  return found[0]?.text;
}
