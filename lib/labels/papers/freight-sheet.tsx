import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { registerFonts } from '../layout/template.ts';
import type { FreightPaper, FreightWords, PalletGroup } from './freight-facts.ts';
import { AddressBlock, type Print } from './papers.tsx';
import { type Column, FactList, ScanCode, Sheet, Table } from './sheet.tsx';

/** The data of a bill of lading on one sheet, for the carrier's form and the driver's signature. */
export async function renderFreightSheet(
  paper: FreightPaper,
  { size, words }: Print<FreightWords>,
): Promise<Uint8Array> {
  registerFonts();
  const { shipment } = paper;
  return renderToBuffer(
    <Document title={words.billOfLading} producer="Firstleg">
      <Sheet
        size={size}
        words={words}
        heading={words.billOfLading}
        aside={shipment.warehouseId}
        simulated={shipment.simulated}
      >
        <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
          <View style={{ flex: 1 }}>
            <FactList facts={freightFacts(paper, words)} />
          </View>
          {shipment.shipmentConfirmationId === undefined ? null : (
            <ScanCode text={shipment.shipmentConfirmationId} />
          )}
        </View>
        <View style={{ flexDirection: 'row', marginBottom: 12 }}>
          <AddressBlock name={words.shipFrom} lines={shipment.shipFrom} />
          <AddressBlock name={words.shipTo} lines={shipment.shipTo} />
        </View>
        <Table
          size={size}
          columns={palletColumns(words)}
          rows={paper.pallets.length > 0 ? paper.pallets : TO_FILL_IN}
        />
        <View style={{ flexDirection: 'row', marginTop: 48 }}>
          <SignatureLine name={words.shipperSignature} />
          <SignatureLine name={words.driverSignature} />
        </View>
      </Sheet>
    </Document>,
  );
}

function freightFacts(paper: FreightPaper, words: FreightWords) {
  return [
    [words.shipment, paper.shipment.shipmentConfirmationId],
    [words.amazonReference, paper.amazonReferenceId],
    [words.billOfLadingNumber, paper.billOfLadingNumber],
    [words.carrier, paper.shipment.carrierText],
    [words.readyDate, paper.readyDateText],
    [words.freightClass, paper.freightClass],
    [words.declaredValue, paper.declaredValueText],
    [words.goods, paper.goodsText],
    [words.boxes, String(paper.boxCount)],
    [words.totalWeight, paper.totalWeightText],
  ] as const;
}

// Rows for a pen, where pallets are built after the sheet is printed.
const TO_FILL_IN: readonly (PalletGroup | undefined)[] = [
  undefined,
  undefined,
  undefined,
  undefined,
];

function palletColumns(words: FreightWords): Column<PalletGroup | undefined>[] {
  return [
    {
      name: words.pallets,
      share: 14,
      value: (group) => (group ? String(group.count) : ' '),
      align: 'right',
    },
    { name: words.size, share: 36, value: (group) => group?.sizeText ?? '' },
    {
      name: words.weightEach,
      share: 24,
      value: (group) => group?.weightText ?? '',
      align: 'right',
    },
    {
      name: words.stackable,
      share: 18,
      value: (group) => (group ? (group.isStackable ? words.yes : words.no) : ''),
    },
  ];
}

function SignatureLine({ name }: { readonly name: string }) {
  return (
    <View style={{ width: '50%', paddingRight: 24 }}>
      <View style={{ borderTopWidth: 0.8, marginBottom: 3 }} />
      <Text style={{ color: '#444444' }}>{name}</Text>
    </View>
  );
}
