import { describe, expect, it } from 'vitest';
import { readProcessingReport } from '#lib/flat-files';
import { refusedRows, type SentRow } from './refused-rows.ts';

const ROWS: readonly SentRow[] = [
  { id: 'first', orderId: '111-0000001-0000001', orderItemId: '' },
  { id: 'split', orderId: '111-0000002-0000002', orderItemId: '00000000000021' },
  { id: 'other half', orderId: '111-0000002-0000002', orderItemId: '00000000000022' },
];

/** Amazon's report with these lines below its counts, in LF and CR LF as they come. */
function refusedIn(successful: number, ...lines: readonly string[]) {
  const text = [
    'Feed Processing Summary:',
    '\tNumber of records processed\t\t3',
    `\tNumber of records successful\t\t${successful}`,
    '',
    'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message',
    ...lines,
  ].reduce((all, line, at) => `${all}${line}${at % 2 === 0 ? '\r\n' : '\n'}`, '');
  const report = readProcessingReport(new TextEncoder().encode(text));
  if (!report.ok) throw new Error(report.problems[0]?.code);
  const refused = refusedRows(ROWS, report.value);
  return [...refused].map(([id, problems]) => [id, problems[0]?.facts['amazonMessage']]);
}

describe('what Amazon says of a file', () => {
  // The texts that are known (orders 4.5, 2026-11-23).
  it.each([
    'Invalid OrderID or AmazonOrderID.',
    'The tracking ID X1 for UPS does not match the expected format for the carrier.',
    'The data you submitted is incomplete or invalid',
    'Order Id 111-0000001-0000001 is invalid or shipment has not yet been dispatched.',
  ])('opens the order again that it names: %s', (text) => {
    const line = `1\t111-0000001-0000001\t\t79517\tError\t${text}`;
    expect(refusedIn(2, line)).toEqual([['first', text]]);
  });

  it('R1: goes by order, whatever the number of the record says', () => {
    const line = '14\t111-0000001-0000001\t\t90001\tError\tno';
    expect(refusedIn(2, line)).toEqual([['first', 'no']]);
  });

  it('refuses one half of a split order where the item is named, and both where it is not', () => {
    const half = '2\t111-0000002-0000002\t00000000000022\t90001\tError\tno';
    expect(refusedIn(2, half)).toEqual([['other half', 'no']]);
    const whole = '2\t111-0000002-0000002\t\t90001\tError\tno';
    expect(refusedIn(1, whole).map(([id]) => id)).toEqual(['split', 'other half']);
    const named = '1\t111-0000001-0000001\t00000000000011\t90001\tError\tno';
    expect(refusedIn(2, named)).toEqual([['first', 'no']]);
  });

  it('lets a row go that is only warned of', () => {
    const line = '1\t111-0000001-0000001\t\t90002\tWarning\tmind the number';
    expect(refusedIn(3, line)).toEqual([]);
  });

  it('refuses every row when the file as a whole was not taken', () => {
    const text =
      'We are unable to process the XML feed because one or more items are invalid. Please re-submit the feed.';
    const line = `0\t\t\t90003\tError\t${text}`;
    expect(refusedIn(0, line)).toEqual(ROWS.map(({ id }) => [id, text]));
    expect(refusedIn(2, line)).toEqual([]);
  });
});
