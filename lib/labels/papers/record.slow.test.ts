import { describe, expect, it } from 'vitest';

import type { RecordPaper } from '../index.ts';
import { renderRecord } from '../server.ts';
import { openPdf, textOf } from '../testing/index.ts';

const RECORD: RecordPaper = {
  title: '证据 Evidence',
  facts: [
    ['Plan', 'March restock'],
    ['At Amazon', undefined],
  ],
  sections: [
    {
      name: 'boxes',
      title: 'Boxes',
      columns: [
        { name: 'Box', share: 40 },
        { name: 'Contents', share: 60 },
      ],
      rows: Array.from({ length: 90 }, (_, at) => [
        `FBA1U${String(at + 1).padStart(6, '0')}`,
        'MUG × 4',
      ]),
    },
    { name: 'photos', title: 'Photographs', columns: [{ name: 'File', share: 1 }], rows: [] },
  ],
  simulated: true,
};
const WORDS = {
  simulated: 'Practice',
  pageOf: (number: number, count: number) => `Page ${number} of ${count}`,
  nothing: 'Nothing on record.',
};

describe('a record for others to read', () => {
  it('has every row on its pages, tells what is empty, and says that it is practice', async () => {
    const pdf = await openPdf(await renderRecord(RECORD, { size: 'A4', words: WORDS }));
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => (await textOf(pdf, at + 1)).join(' ')),
    );
    const text = pages.join(' ');
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain('证据');
    expect(text).toContain('FBA1U000001');
    expect(text).toContain('FBA1U000090');
    expect(text).toContain('Nothing on record.');
    for (const page of pages) expect(page).toContain('Practice');
  });
});
