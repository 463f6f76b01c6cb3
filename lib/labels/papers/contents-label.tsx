import { Document, renderToBuffer, View } from '@react-pdf/renderer';

import { registerFonts } from '../layout/template.ts';
import type { PaperLine, ShipmentPaper } from './facts.ts';
import { type Print, Total } from './papers.tsx';
import { type Column, FactList, ScanCode, Sheet, Table } from './sheet.tsx';

/** What is in each box, as a label that belongs to the box's sheaf; exactly one page per box. */
export async function renderContentsLabels(
  shipment: ShipmentPaper,
  { words }: Pick<Print, 'words'>,
): Promise<Uint8Array> {
  registerFonts();
  const columns: Column<PaperLine>[] = [
    { name: words.sku, share: 82, value: ({ sku }) => sku, family: 'mono' },
    {
      name: words.units,
      share: 18,
      value: ({ quantity }) => String(quantity),
      family: 'sans-bold',
      align: 'right',
    },
  ];
  return renderToBuffer(
    <Document title={words.packList} producer="Firstleg">
      {shipment.boxes.map((box) => {
        const isLong = box.lines.some(({ sku }) => sku.length > ONE_LINE);
        const shown = box.lines.slice(0, isLong ? 6 : 10);
        const rest = box.lines.length - shown.length;
        return (
          <Sheet
            key={box.boxNumber}
            size="LABEL"
            words={words}
            heading={words.boxOf(box.boxNumber, shipment.boxes.length)}
            aside={shipment.warehouseId}
            simulated={shipment.simulated}
          >
            {box.boxId === undefined ? null : <ScanCode text={box.boxId} />}
            <FactList facts={[[words.weight, box.weightText]]} />
            <Table size="LABEL" columns={columns} rows={shown} />
            <View style={{ height: 2 }} />
            {rest > 0 ? <FactList facts={[['…', `+ ${rest}`]]} /> : null}
            <Total words={words} lines={box.lines} />
          </Sheet>
        );
      })}
    </Document>,
  );
}

// As many characters of a SKU as go on one line; Amazon allows forty, which take two.
const ONE_LINE = 36;
