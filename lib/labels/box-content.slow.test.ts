import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type BoxContentLine, writeBoxContent } from './index.ts';
import { renderBoxContentLabels, type Symbology } from './server.ts';
import { openPdf, rasterise, scan } from './testing/read-pdf.ts';

const SHIPMENT = 'FBA23JFC2G';

function fnskus(count: number): BoxContentLine[] {
  return Array.from({ length: count }, (_, index) => ({
    idType: 'FNSKU',
    id: `X00${String(index).padStart(7, '0')}`,
    quantity: index + 1,
  }));
}

function labelOf(lines: readonly BoxContentLine[]) {
  const boxId = `${SHIPMENT}U000001`;
  return {
    boxId,
    boxNumber: 1,
    boxCount: 2,
    shipmentConfirmationId: SHIPMENT,
    lines,
    simulated: true,
  };
}

function codes(lines: readonly BoxContentLine[], shipment = SHIPMENT): unknown[] {
  const written = writeBoxContent(shipment, lines);
  return written.ok ? [] : written.problems.map(({ code, at }) => [code, at]);
}

describe('the content of a box as a barcode', () => {
  it('is written as Amazon writes it', () => {
    const lines: BoxContentLine[] = [
      { idType: 'ASIN', id: 'B00H1BPQ1Y', quantity: 12 },
      { idType: 'UPC', id: '847603044631', quantity: 24 },
    ];
    expect(writeBoxContent(SHIPMENT, lines)).toEqual({
      ok: true,
      value: 'AMZN,PO:FBA23JFC2G,ASIN:B00H1BPQ1Y,QTY:12,UPC:847603044631,QTY:24',
    });
  });

  it('names an expiry date and adds up lines of the same goods', () => {
    const line: BoxContentLine = { idType: 'FNSKU', id: 'X00ABCDEFG', quantity: 3 };
    const dated = { ...line, expiryDate: '2027-01-31' };
    expect(writeBoxContent(SHIPMENT, [dated, dated])).toMatchObject({
      value: 'AMZN,PO:FBA23JFC2G,FNSKU:X00ABCDEFG,QTY:6,EXP:270131',
    });
    expect(codes([dated, line])).toEqual([['content-expiries-differ', 'lines.1.expiryDate']]);
  });

  it.each<[Partial<BoxContentLine>, string, string]>([
    [{ quantity: 0 }, 'content-quantity', 'quantity'],
    [{ quantity: 1.5 }, 'content-quantity', 'quantity'],
    [{ id: 'x00abcdefg' }, 'content-id-shape', 'id'],
    [{ idType: 'UPC', id: '847603044632' }, 'content-id-shape', 'id'],
    [{ idType: 'EAN', id: '4006381333932' }, 'content-id-shape', 'id'],
    [{ idType: 'ISBN', id: '0306406153' }, 'content-id-shape', 'id'],
    [{ expiryDate: '2027-02-30' }, 'content-expiry-shape', 'expiryDate'],
    [{ expiryDate: '31.01.2027' }, 'content-expiry-shape', 'expiryDate'],
  ])('is refused with %j', (wrong, code, field) => {
    const line: BoxContentLine = { idType: 'FNSKU', id: 'X00ABCDEFG', quantity: 1, ...wrong };
    expect(codes([line])).toEqual([[code, `lines.0.${field}`]]);
  });

  it('knows EAN, ISBN-10 and ISBN-13 with their check digits', () => {
    expect(codes([{ idType: 'EAN', id: '4006381333931', quantity: 1 }])).toEqual([]);
    expect(codes([{ idType: 'ISBN', id: '080442957X', quantity: 1 }])).toEqual([]);
    expect(codes([{ idType: 'ISBN', id: '9780306406157', quantity: 1 }])).toEqual([]);
  });

  it('needs a shipment, something in the box, and at most a hundred kinds of it', () => {
    expect(codes(fnskus(1), 'sh1234')).toEqual([['content-shipment-shape', undefined]]);
    expect(codes([])).toEqual([['content-empty', undefined]]);
    expect(codes(fnskus(101))).toEqual([['content-too-many-lines', undefined]]);
  });

  it('has no spaces, no lower case and every unit once, whatever is in the box', () => {
    const line = fc.record({
      idType: fc.constant('FNSKU' as const),
      id: fc.stringMatching(/^[A-Z0-9]{10}$/),
      quantity: fc.integer({ min: 1, max: 9_999 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 100 }), (lines) => {
        const written = writeBoxContent(SHIPMENT, lines);
        if (!written.ok) throw new Error('refused');
        expect(written.value).toMatch(/^AMZN,PO:FBA23JFC2G(,FNSKU:[A-Z0-9]{10},QTY:[1-9]\d*)+$/);
        const total = [...written.value.matchAll(/QTY:(\d+)/g)].reduce(
          (sum, [, n]) => sum + Number(n),
          0,
        );
        expect(total).toBe(lines.reduce((sum, { quantity }) => sum + quantity, 0));
      }),
    );
  });
});

describe('a 2D box content label', { timeout: 20_000 }, () => {
  // The largest Data Matrix that Amazon reads holds little more than this.
  const least: BoxContentLine = { idType: 'EAN', id: '12345670', quantity: 2 };
  const numeric = { ...labelOf([least]), shipmentConfirmationId: 'FBA1234567' };
  it.each<[Symbology, number, string, ReturnType<typeof labelOf>]>([
    ['PDF417', 203, 'PDF417', labelOf(fnskus(1))],
    ['PDF417', 300, 'PDF417', labelOf(fnskus(20))],
    ['QR', 203, 'QRCode', labelOf(fnskus(3))],
    ['DATA_MATRIX', 300, 'DataMatrix', numeric],
  ])('%s at %i dpi reads back as %s', async (symbology, dpi, format, label) => {
    const rendered = await renderBoxContentLabels([label], { symbology, dpi });
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.problems));
    const pdf = await openPdf(rendered.value);
    const found = await scan(await rasterise(pdf, 1, dpi), { formats: [] });
    const expected = writeBoxContent(label.shipmentConfirmationId, label.lines);
    expect(found.map((code) => [code.format, code.text])).toEqual([
      [format, expected.ok ? expected.value : ''],
    ]);
  });

  it('is refused when the symbol does not hold the box', async () => {
    const print = { symbology: 'DATA_MATRIX', dpi: 600 } as const;
    const rendered = await renderBoxContentLabels([numeric, labelOf(fnskus(1))], print);
    expect(rendered).toMatchObject({ problems: [{ code: 'content-too-long', at: 'labels.1' }] });
    const crowded = { symbology: 'PDF417', dpi: 203 } as const;
    expect(await renderBoxContentLabels([labelOf(fnskus(100))], crowded)).toMatchObject({
      problems: [{ code: 'content-too-long', at: 'labels.0' }],
    });
  });
});
