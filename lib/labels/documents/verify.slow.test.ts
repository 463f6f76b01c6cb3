import { describe, expect, it } from 'vitest';

import { fitBars } from '../bars/bar-fit.ts';
import { encodeCode128 } from '../bars/code128.ts';
import { drawBars } from './draw.ts';
import { checkItemLabels } from '../item-label.ts';
import { readBack, verifyItemLabels } from './verify.ts';

describe('a job that is read back before it is offered', () => {
  it.each([
    ['A4_44_48x25', 203],
    ['A4_44_48x25', 300],
    ['Letter_30', 600],
  ])('passes on %s at %i dpi', { timeout: 20_000 }, async (pageType, dpi) => {
    const labels = Array.from({ length: 20 }, (_, index) => ({
      fnsku: (36 ** 9 + index * 1_234_567).toString(36).toUpperCase(),
      title: 'A cup',
      condition: 'New',
      copies: 2,
    }));
    const job = checkItemLabels([...labels, ...labels], { kind: 'sheet', pageType }, dpi);
    if (!job.ok) throw new Error(JSON.stringify(job.problems));
    expect(await verifyItemLabels(job.value)).toEqual({ ok: true, value: { codes: 20 } });
  });

  it('notices a bar that is missing', async () => {
    const code = encodeCode128('X00ABCDEFG');
    const fit = fitBars(code.modules, 60, 203);
    if (!fit) throw new Error('does not fit');
    const box = { left: 0, top: 0, width: 170, height: 30 };
    const drawing = drawBars(code, fit, { box, height: 72, dpi: 203 });
    expect(await readBack(drawing)).toBe('X00ABCDEFG');
    const bars = drawing.split(' re ');
    expect(await readBack(bars.toSpliced(20, 1).join(' re '))).toBeUndefined();
    expect(await readBack('')).toBeUndefined();
  });
});
