import { escapeXml } from '#lib/flat-files';

import {
  adjust,
  CANCELLATIONS,
  cancelFor,
  confirm,
  onOrder,
  type OrderAct,
  type Processor,
} from './order-files.ts';
import type { Outcome, Row } from './table.ts';
import { attributeOf, childrenOf, readXml, textAt, type XmlElement } from './xml-tree.ts';

/** An order feed in XML: the messages it consists of, as rows of the flat file of the same kind. */
type Kind = {
  readonly message: string;
  readonly rowsOf: (message: XmlElement) => readonly Row[];
  readonly act: OrderAct;
};

export const xmlConfirmations = processor({
  message: 'OrderFulfillment',
  act: confirm,
  rowsOf: (message) => {
    const shared = [
      ['order-id', textAt(message, 'AmazonOrderID')],
      ['ship-date', textAt(message, 'FulfillmentDate')],
      ['carrier-code', textAt(message, 'FulfillmentData', 'CarrierCode') || 'Other'],
      ['carrier-name', textAt(message, 'FulfillmentData', 'CarrierName')],
      ['ship-method', textAt(message, 'FulfillmentData', 'ShippingMethod')],
      ['tracking-number', textAt(message, 'FulfillmentData', 'ShipperTrackingNumber')],
    ] as const;
    return perItem(childrenOf(message, 'Item'), shared, (item) => [
      ['order-item-id', textAt(item, 'AmazonOrderItemCode')],
      ['quantity', textAt(item, 'Quantity')],
    ]);
  },
});

// Reasons that are seen in XML only (public samples, 2026-11-23).
const cancel = cancelFor(
  new Set([
    ...CANCELLATIONS,
    'CarrierCreditDecision',
    'RiskAssessmentInformationNotValid',
    'CarrierCoverageFailure',
  ]),
);

export const xmlAcknowledgements = processor({
  message: 'OrderAcknowledgement',
  act: (turn, order, row) => {
    const status = row.get('status') ?? '';
    // A success says that the order was heard of, which changes nothing.
    if (status === 'Success') return undefined;
    return status === 'Failure' ? cancel(turn, order, row) : INVALID;
  },
  rowsOf: (message) => {
    const shared = [
      ['order-id', textAt(message, 'AmazonOrderID')],
      ['status', textAt(message, 'StatusCode')],
    ] as const;
    return perItem(childrenOf(message, 'Item'), shared, (item) => [
      ['amazon-order-item-code', textAt(item, 'AmazonOrderItemCode')],
      ['cancellation-reason-code', textAt(item, 'CancelReason')],
    ]);
  },
});

export const xmlAdjustments = processor({
  message: 'OrderAdjustment',
  act: adjust,
  rowsOf: (message) =>
    childrenOf(message, 'AdjustedItem').map((item) => {
      const parts = childrenOf(item, 'ItemPriceAdjustments').flatMap((group) =>
        childrenOf(group, 'Component').filter((part) => textAt(part, 'Type') === 'Principal'),
      );
      const amounts = parts.flatMap((part) => childrenOf(part, 'Amount'));
      const sum = amounts.reduce((total, amount) => total + Number(textAt(amount)), 0);
      const [first] = amounts;
      return new Map([
        ['order-id', textAt(message, 'AmazonOrderID')],
        ['order-item-id', textAt(item, 'AmazonOrderItemCode')],
        ['adjustment-reason-code', textAt(item, 'AdjustmentReason')],
        ['currency', first ? attributeOf(first, 'currency') : ''],
        ['item-price-adj', String(sum)],
        ['quantity-cancelled', textAt(item, 'QuantityCancelled')],
      ]);
    }),
});

type Cells = readonly (readonly [column: string, cell: string])[];

/** A row for each item; a message without items is about the whole order. */
function perItem(
  items: readonly XmlElement[],
  shared: Cells,
  cells: (item: XmlElement) => Cells,
): readonly Row[] {
  if (items.length === 0) return [new Map(shared)];
  return items.map((item) => new Map([...shared, ...cells(item)]));
}

// What Amazon says to a document of another form than the feed asks for (#1183, #1813).
const INVALID = [
  '99004',
  'We are unable to process the XML feed because one or more items are invalid. Please re-submit the feed.',
] as const;

function processor({ message: name, rowsOf, act }: Kind): Processor {
  return (turn, feed, text) => {
    const root = readXml(text);
    if (root?.name !== 'AmazonEnvelope') return undefined;
    const messages = childrenOf(root, 'Message');
    const isOfKind = messages.length > 0 && textAt(root, 'MessageType') === name;
    if (!isOfKind) return reportOf(feed.id, messages.length, [{ id: '0', outcome: INVALID }]);
    const complaints: Complaint[] = [];
    for (const message of messages) {
      const id = textAt(message, 'MessageID');
      const bodies = childrenOf(message, name);
      const rows = bodies.flatMap(rowsOf);
      if (rows.length === 0) complaints.push({ id, outcome: INVALID });
      for (const row of rows) {
        const outcome = onOrder(turn, feed, row, act);
        if (outcome) complaints.push({ id, outcome, orderId: row.get('order-id') ?? '' });
      }
    }
    return reportOf(feed.id, messages.length, complaints);
  };
}

type Complaint = {
  readonly id: string;
  readonly outcome: NonNullable<Outcome>;
  readonly orderId?: string;
};

function reportOf(feedId: string, processed: number, complaints: readonly Complaint[]): string {
  const isWhole = complaints.some(({ id }) => id === '0');
  const wrong = isWhole ? processed : new Set(complaints.map(({ id }) => id)).size;
  const element = (name: string, text: string | number) =>
    `<${name}>${escapeXml(String(text))}</${name}>`;
  const results = complaints.map(({ id, outcome: [code, text], orderId }) =>
    [
      '<Result>',
      element('MessageID', id),
      element('ResultCode', 'Error'),
      element('ResultMessageCode', code),
      element('ResultDescription', text),
      ...(orderId === undefined
        ? []
        : [`<AdditionalInfo>${element('AmazonOrderID', orderId)}</AdditionalInfo>`]),
      '</Result>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<AmazonEnvelope>',
    '<Header><DocumentVersion>1.02</DocumentVersion></Header>',
    element('MessageType', 'ProcessingReport'),
    '<Message><MessageID>1</MessageID><ProcessingReport>',
    element('DocumentTransactionID', feedId),
    element('StatusCode', 'Complete'),
    '<ProcessingSummary>',
    element('MessagesProcessed', processed),
    element('MessagesSuccessful', processed - wrong),
    element('MessagesWithError', wrong),
    element('MessagesWithWarning', 0),
    '</ProcessingSummary>',
    ...results,
    '</ProcessingReport></Message>',
    '</AmazonEnvelope>',
    '',
  ].join('\n');
}
