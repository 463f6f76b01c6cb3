import { describe, expect, it } from 'vitest';

import { renderTestSheet } from '../server.ts';
import { openPdf, textOf } from '../testing/read-pdf.ts';

describe('a test sheet', () => {
  it('numbers every label and carries a ruler of true length', async () => {
    const made = renderTestSheet({ kind: 'sheet', pageType: 'A4_24' }, 300);
    if (!made.ok) throw new Error('refused');
    const pdf = await openPdf(made.value);
    expect(pdf.numPages).toBe(1);
    const text = await textOf(pdf, 1);
    expect(text.filter((part) => /^\d+$/.test(part))).toHaveLength(24);
    expect(text).toContain('100 mm');
    expect(text).toContain('A4_24 · 66 × 33.9 mm · 300 dpi');
  });

  it('is made for a thermal label, too, and refused for stock that is none', async () => {
    const roll = { kind: 'thermal', widthMm: 57, heightMm: 32 } as const;
    const made = renderTestSheet(roll, 203);
    if (!made.ok) throw new Error('refused');
    expect(await textOf(await openPdf(made.value), 1)).toContain('40 mm');
    expect(renderTestSheet({ kind: 'sheet', pageType: 'A5' }, 203).ok).toBe(false);
    expect(renderTestSheet(roll, 100).ok).toBe(false);
  });
});
