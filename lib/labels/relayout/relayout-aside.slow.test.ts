import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';

import { relayoutLabels, renderBoxLabels } from '../server.ts';
import { aBoxLabel, openPdf, rasterise, scan } from '../testing/index.ts';

const THERMAL = 'PackageLabel_Thermal';

function request(boxes: number) {
  const boxIds = Array.from({ length: boxes }, (_, index) => aBoxLabel(index).boxId);
  return { from: THERMAL, to: THERMAL, boxIds, order: 'by-box' } as const;
}

function labels(boxes: number): Promise<Uint8Array> {
  return renderBoxLabels(
    Array.from({ length: boxes }, (_, index) => aBoxLabel(index)),
    THERMAL,
  );
}

describe('labels laid out beside the server', { timeout: 120_000 }, () => {
  it('say page by page how far they are', async () => {
    const file = await labels(30);
    const told: string[] = [];
    const made = await relayoutLabels(file, request(30), (done, total) =>
      told.push(`${done}/${total}`),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(told).toEqual(Array.from({ length: 30 }, (_, at) => `${at + 1}/30`));
    const pdf = await openPdf(made.value.bytes);
    expect(pdf.numPages).toBe(30);
    const found = await scan(await rasterise(pdf, 30, 203));
    expect(found.map(({ text }) => text)).toEqual([aBoxLabel(29).boxId]);
  });

  it('are refused when they are no PDF, and the next file is read as if nothing had been', async () => {
    const [broken, whole] = await Promise.all([
      relayoutLabels(Buffer.from('no PDF'), request(1)),
      labels(1).then((file) => relayoutLabels(file, request(1))),
    ]);
    expect(broken).toMatchObject({ problems: [{ code: 'labels-unreadable' }] });
    expect(whole).toMatchObject({ ok: true, value: { labelCount: 1, warnings: [] } });
  });

  it('are refused when they are more than Amazon gives at once', async () => {
    const file = await PDFDocument.create();
    for (let page = 0; page < 2_001; page++) file.addPage([288, 432]);
    expect(await relayoutLabels(await file.save(), request(1))).toMatchObject({
      problems: [{ code: 'labels-too-many-pages', facts: { pages: 2_001, most: 2_000 } }],
    });
  });
});
