import { describe, expect, it } from 'vitest';
import { encode } from '../encoding.ts';
import { readProcessingReport } from './processing-report.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const TABLE =
  'original-record-number\torder-id\torder-item-id\terror-code\terror-type\terror-message';

const report = (...rows: string[]) =>
  [
    'Feed Processing Summary:',
    '\tNumber of records processed\t\t4',
    '\tNumber of records successful\t\t3',
    '',
    ...rows,
  ].join('\r\n');

describe('the processing report of a feed', () => {
  it('tells which orders Amazon refused and which it only warns of', () => {
    const text = report(
      TABLE,
      '2\t111-0000002-0000002\t00000000000021\t90001\tError\tInvalid OrderID or AmazonOrderID.',
      '3\t111-0000003-0000003\t\t90002\tWarning\tThe tracking ID "X" does not match the expected format for the carrier.',
    );
    expect(readProcessingReport(bytesOf(text))).toEqual({
      ok: true,
      value: {
        processed: 4,
        successful: 3,
        messages: [
          {
            record: '2',
            orderId: '111-0000002-0000002',
            orderItemId: '00000000000021',
            code: '90001',
            isError: true,
            message: 'Invalid OrderID or AmazonOrderID.',
          },
          {
            record: '3',
            orderId: '111-0000003-0000003',
            orderItemId: '',
            code: '90002',
            isError: false,
            message: 'The tracking ID "X" does not match the expected format for the carrier.',
          },
        ],
      },
    });
  });

  it('has no table when there is nothing to tell', () => {
    expect(readProcessingReport(bytesOf(report()))).toMatchObject({
      value: { processed: 4, successful: 3, messages: [] },
    });
  });

  it('may be in the seller’s language', () => {
    const text =
      'Resumen de procesamiento de fichero:\n\tNúmero de registros procesados\t\t2\n\tNúmero de registros correctos\t\t2\n';
    const bytes = encode(text, 'windows-1252');
    expect(bytes.ok && readProcessingReport(bytes.value)).toMatchObject({
      value: { processed: 2, successful: 2 },
    });
  });

  it('is refused without its counts, or when it is something else', () => {
    expect(readProcessingReport(bytesOf(`${TABLE}\n1\t2\t3\t4\tError\tno\n`))).toMatchObject({
      problems: [{ code: 'counts-not-found' }],
    });
    expect(readProcessingReport(bytesOf('{"errors":[]}'))).toMatchObject({
      problems: [{ code: 'file-of-another-kind' }],
    });
    expect(readProcessingReport(bytesOf('hello'))).toMatchObject({
      problems: [{ code: 'columns-not-found' }],
    });
    expect(readProcessingReport(new Uint8Array())).toMatchObject({
      problems: [{ code: 'file-empty' }],
    });
  });
});
