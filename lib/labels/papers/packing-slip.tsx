import { Document, renderToBuffer, Text, View } from '@react-pdf/renderer';

import { cleanText } from '../text/clean-text.ts';
import { registerFonts } from '../layout/template.ts';
import type { PackingSlip, PackingSlipLine, PackingSlipWords } from './packing-slip-facts.ts';
import { AddressBlock, type Print } from './papers.tsx';
import { type Column, FactList, familyStyle, ScanCode, Sheet, Table } from './sheet.tsx';

/**
 * One packing slip per order, each on pages of its own. Business orders show their PO number; gifts
 * show the message and no price (Seller Central, packing slips, checked 2026-11-23).
 */
export async function renderPackingSlips(
  slips: readonly PackingSlip[],
  { size, words }: Print<PackingSlipWords>,
): Promise<Uint8Array> {
  registerFonts();
  return renderToBuffer(
    <Document title={words.packingSlip} producer="Firstleg">
      {slips.map((slip) => (
        <Sheet
          key={slip.orderId}
          size={size}
          words={words}
          heading={slip.gift ? words.giftSlip : words.packingSlip}
          simulated={slip.simulated}
        >
          <View style={{ flexDirection: 'row', justifyContent: 'space-between' }}>
            <AddressBlock name={words.shipTo} lines={slip.shipTo} large />
            <ScanCode text={slip.orderId} />
          </View>
          <View style={{ height: 8 }} />
          <FactList facts={slipFacts(slip, words)} />
          <Table size={size} columns={lineColumns(slip, words)} rows={slip.lines} />
          <SlipFoot slip={slip} words={words} />
        </Sheet>
      ))}
    </Document>,
  );
}

function slipFacts(slip: PackingSlip, words: PackingSlipWords) {
  return [
    [words.order, slip.orderId],
    [words.purchaseOrder, slip.purchaseOrderNumber],
    [words.orderDate, slip.orderDateText],
    [words.shippingService, slip.shippingService],
    [words.buyer, slip.buyerName],
    [words.seller, slip.sellerName],
  ] as const;
}

function lineColumns(slip: PackingSlip, words: PackingSlipWords): Column<PackingSlipLine>[] {
  const showsPrices = !slip.gift && slip.lines.some(({ priceText }) => priceText !== undefined);
  const showsCondition = slip.lines.some(({ condition }) => condition !== undefined);
  return [
    { name: words.quantity, share: 9, value: ({ quantity }) => String(quantity), align: 'right' },
    { name: words.item, share: 36, value: ({ title }) => title },
    { name: words.sku, share: 20, value: ({ sku }) => sku, family: 'mono' },
    ...(showsCondition
      ? [{ name: words.condition, share: 11, value: conditionOf } satisfies Column<PackingSlipLine>]
      : []),
    { name: words.orderItem, share: 22, value: ({ orderItemId }) => orderItemId, family: 'mono' },
    ...(showsPrices
      ? [
          {
            name: words.price,
            share: 13,
            value: priceOf,
            align: 'right',
          } satisfies Column<PackingSlipLine>,
        ]
      : []),
  ];
}

const conditionOf = ({ condition }: PackingSlipLine): string => condition ?? '';
const priceOf = ({ priceText }: PackingSlipLine): string => priceText ?? '';

type SlipFootProps = { readonly slip: PackingSlip; readonly words: PackingSlipWords };

function SlipFoot({ slip, words }: SlipFootProps) {
  const message = slip.gift?.message;
  return (
    <View>
      {slip.gift || slip.totalText === undefined ? null : (
        <Text
          style={{ marginTop: 6, fontSize: 11, textAlign: 'right', ...familyStyle('sans-bold') }}
        >
          {`${words.total}: ${slip.totalText}`}
        </Text>
      )}
      {message === undefined || message === '' ? null : (
        <View wrap={false} style={{ marginTop: 14, padding: 10, borderWidth: 0.8 }}>
          <Text style={{ color: '#444444', marginBottom: 3 }}>{words.giftMessage}</Text>
          {message.split(/\r?\n/).map((line, index) => (
            <Text
              // eslint-disable-next-line react/no-array-index-key -- lines of a printed message never move
              key={index}
              style={{ fontSize: 11, lineHeight: 1.4, ...familyStyle('sans', message) }}
            >
              {cleanText(line).text}
            </Text>
          ))}
        </View>
      )}
      <View style={{ marginTop: 14 }}>
        <Text style={{ color: '#444444', marginBottom: 2 }}>{words.returns}</Text>
        <Text style={{ lineHeight: 1.3, ...familyStyle('sans', slip.returnsText) }}>
          {cleanText(slip.returnsText).text}
        </Text>
      </View>
    </View>
  );
}
