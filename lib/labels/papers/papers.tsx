import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { cleanText } from '../text/clean-text.ts';
import { registerFonts } from '../layout/template.ts';
import {
  type PackedBox,
  type PaperLine,
  type PaperSize,
  type PaperWords,
  type PickPaper,
  type ShipmentPaper,
  sumBySku,
  unitsOf,
} from './facts.ts';
import { type Column, FactList, familyStyle, ScanCode, Sheet, Table, TYPE_SIZE } from './sheet.tsx';

export type Print<Words = PaperWords> = { readonly size: PaperSize; readonly words: Words };

/** One pack list per box: what goes in, with a square to tick. */
export async function renderPackLists(shipment: ShipmentPaper, print: Print): Promise<Uint8Array> {
  registerFonts();
  const { size, words } = print;
  return renderToBuffer(
    <Document title={words.packList} producer="Firstleg">
      {shipment.boxes.map((box) => (
        <Sheet
          key={box.boxNumber}
          size={size}
          words={words}
          heading={words.packList}
          aside={words.boxOf(box.boxNumber, shipment.boxes.length)}
          simulated={shipment.simulated}
        >
          <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
            <View style={{ flex: 1 }}>
              <FactList facts={boxFacts(box, shipment, words)} />
            </View>
            {box.boxId === undefined ? null : <ScanCode text={box.boxId} />}
          </View>
          <Table
            size={size}
            columns={[...goodsColumns(box.lines, words), tickColumn(words)]}
            rows={box.lines}
          />
          <Total words={words} lines={box.lines} />
        </Sheet>
      ))}
    </Document>,
  );
}

/** What to fetch from the shelves, in the order given. */
export async function renderPickList(paper: PickPaper, print: Print): Promise<Uint8Array> {
  registerFonts();
  const { size, words } = print;
  return renderToBuffer(
    <Document title={words.pickList} producer="Firstleg">
      <Sheet size={size} words={words} heading={words.pickList} simulated={paper.simulated}>
        <FactList facts={[[words.shipment, paper.planName]]} />
        <Table
          size={size}
          columns={[...goodsColumns(paper.lines, words), tickColumn(words)]}
          rows={paper.lines}
        />
        <Total words={words} lines={paper.lines} />
      </Sheet>
    </Document>,
  );
}

/** The whole shipment on one paper: addresses, boxes, goods. */
export async function renderShipmentSummary(
  shipment: ShipmentPaper,
  print: Print,
): Promise<Uint8Array> {
  registerFonts();
  const { size, words } = print;
  const goods = sumBySku(shipment.boxes);
  return renderToBuffer(
    <Document title={words.shipmentSummary} producer="Firstleg">
      <Sheet
        size={size}
        words={words}
        heading={words.shipmentSummary}
        aside={shipment.warehouseId}
        simulated={shipment.simulated}
      >
        <FactList
          facts={[
            ...shipmentFacts(shipment, words),
            [words.carrier, shipment.carrierText],
            [words.boxes, String(shipment.boxes.length)],
            [words.units, String(unitsOf(goods))],
          ]}
        />
        <View style={{ flexDirection: 'row', marginBottom: 12 }}>
          <AddressBlock name={words.shipFrom} lines={shipment.shipFrom} />
          <AddressBlock name={words.shipTo} lines={shipment.shipTo} />
        </View>
        <Table size={size} columns={boxColumns(words)} rows={shipment.boxes} />
        <View style={{ height: 14 }} />
        <Table size={size} columns={goodsColumns(goods, words)} rows={goods} />
        <Total words={words} lines={goods} />
      </Sheet>
    </Document>,
  );
}

type Facts = readonly (readonly [string, string | undefined])[];

function shipmentFacts(shipment: ShipmentPaper, words: PaperWords): Facts {
  const { shipmentName, shipmentConfirmationId } = shipment;
  const both = [shipmentConfirmationId, shipmentName].filter((part) => part !== undefined);
  return [[words.shipment, both.join(' · ')]];
}

function boxFacts(box: PackedBox, shipment: ShipmentPaper, words: PaperWords): Facts {
  return [
    ...shipmentFacts(shipment, words),
    [words.destination, shipment.warehouseId],
    [words.weight, box.weightText],
    [words.size, box.sizeText],
    [words.tracking, box.trackingText],
  ];
}

// A column that no line fills would only take room from the others.
function goodsColumns(lines: readonly PaperLine[], words: PaperWords): Column<PaperLine>[] {
  const optional = (
    name: string,
    key: 'location' | 'fnsku' | 'expiryText' | 'prepText',
    share: number,
  ): Column<PaperLine>[] =>
    lines.some((line) => line[key] !== undefined)
      ? [{ name, share, value: (line) => line[key] ?? '' }]
      : [];
  return [
    ...optional(words.location, 'location', 10),
    { name: words.sku, share: 20, value: ({ sku }) => sku, family: 'mono' },
    ...optional(words.fnsku, 'fnsku', 14).map((column) => ({ ...column, family: 'mono' as const })),
    { name: words.item, share: 36, value: ({ title }) => title },
    ...optional(words.prep, 'prepText', 14),
    ...optional(words.expiry, 'expiryText', 12),
    {
      name: words.units,
      share: 9,
      value: ({ quantity }) => String(quantity),
      family: 'sans-bold',
      align: 'right',
    },
  ];
}

function tickColumn(words: PaperWords): Column<PaperLine> {
  return { name: words.done, share: 7, value: () => '□', align: 'right' };
}

function boxColumns(words: PaperWords): Column<PackedBox>[] {
  return [
    { name: words.box, share: 7, value: ({ boxNumber }) => String(boxNumber) },
    { name: 'ID', share: 24, value: ({ boxId }) => boxId ?? '', family: 'mono' },
    { name: words.size, share: 22, value: ({ sizeText }) => sizeText ?? '' },
    { name: words.weight, share: 13, value: ({ weightText }) => weightText ?? '', align: 'right' },
    { name: words.tracking, share: 24, value: ({ trackingText }) => trackingText ?? '' },
    {
      name: words.units,
      share: 10,
      value: ({ lines }) => String(unitsOf(lines)),
      align: 'right',
    },
  ];
}

export function Total({
  words,
  lines,
}: {
  readonly words: PaperWords;
  readonly lines: readonly PaperLine[];
}) {
  return (
    <Text style={{ marginTop: 6, fontSize: 11, textAlign: 'right', ...familyStyle('sans-bold') }}>
      {`${words.total}: ${unitsOf(lines)} ${words.units}`}
    </Text>
  );
}

type AddressBlockProps = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly large?: boolean;
};

export function AddressBlock({ name, lines, large = false }: AddressBlockProps) {
  const family = familyStyle(large ? 'sans-bold' : 'sans', lines.join(''));
  const fontSize = large ? 12 : TYPE_SIZE;
  return (
    <View style={{ width: '50%' }}>
      <Text style={{ color: '#444444', marginBottom: 2 }}>{name}</Text>
      {lines.map((line) => (
        <Text key={line} style={{ fontSize, lineHeight: 1.3, ...family }}>
          {cleanText(line).text}
        </Text>
      ))}
    </View>
  );
}
