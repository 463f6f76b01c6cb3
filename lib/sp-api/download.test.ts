import { gzipSync } from 'node:zlib';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { fakeAmazon } from './testing/fake-amazon.ts';

const URL_WITH_SECRET = 'https://files.example/report?X-Amz-Signature=51gn4ture&X-Amz-Expires=300';

function serve(body: Uint8Array<ArrayBuffer> | string, status = 200) {
  return () => new Response(body, { status });
}

const copy = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('downloading a document', () => {
  test('brings the bytes as they are, and takes no token along', async () => {
    const { gateway, heard, tokensAsked } = fakeAmazon(serve('sku\tasin\r\n'));
    const answer = await gateway.download(URL_WITH_SECRET);
    expect(answer.ok && new TextDecoder().decode(answer.value)).toBe('sku\tasin\r\n');
    expect(heard[0]).toMatchObject({ method: 'GET', url: URL_WITH_SECRET, headers: {} });
    expect(tokensAsked).toHaveLength(0);
  });

  test('unpacks what is packed, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const { gateway } = fakeAmazon(serve(copy(gzipSync(bytes))));
        const answer = await gateway.download(URL_WITH_SECRET, 'GZIP');
        expect(answer.ok && [...answer.value]).toEqual([...bytes]);
      }),
      { numRuns: 40 },
    );
  });

  test('leaves alone what the way already unpacked', async () => {
    const { gateway } = fakeAmazon(serve('plain'));
    const answer = await gateway.download(URL_WITH_SECRET, 'GZIP');
    expect(answer.ok && new TextDecoder().decode(answer.value)).toBe('plain');
  });

  test('asks again when only half arrived', async () => {
    const packed = copy(gzipSync('a long report '.repeat(50)));
    const { gateway, heard } = fakeAmazon(
      (_, count) => new Response(count === 1 ? packed.slice(0, 40) : packed),
    );
    const answer = await gateway.download(URL_WITH_SECRET, 'GZIP');
    expect(answer.ok && answer.value.length).toBe(700);
    expect(heard).toHaveLength(2);
  });

  test('asks again when the store is unwell', async () => {
    const { gateway, heard } = fakeAmazon(
      (_, count) => new Response('ok', { status: count < 3 ? 503 : 200 }),
    );
    expect(await gateway.download(URL_WITH_SECRET)).toMatchObject({ ok: true });
    expect(heard).toHaveLength(3);
  });

  test('of an address that has expired says so at once, without the address', async () => {
    const { gateway, heard, records } = fakeAmazon(
      serve(
        `<Error><Code>AccessDenied</Code><Message>Request has expired: ${URL_WITH_SECRET.replaceAll('&', '&amp;')}</Message></Error>`,
        403,
      ),
    );
    const answer = await gateway.download(URL_WITH_SECRET);
    expect(answer).toMatchObject({
      failure: { kind: 'rejected', status: 403, messages: [{ code: 'AccessDenied' }] },
    });
    expect(heard).toHaveLength(1);
    expect(JSON.stringify([answer, records])).not.toMatch(/51gn4ture|files\.example/);
  });

  test('gives up after some attempts', async () => {
    const { gateway, heard } = fakeAmazon(() => Promise.reject(new TypeError('fetch failed')));
    expect(await gateway.download(URL_WITH_SECRET)).toMatchObject({
      failure: { kind: 'unavailable', messages: [{ code: 'connection-lost' }] },
    });
    expect(heard).toHaveLength(4);
  });

  test.each([
    ['an address that is none', ['not a url'], 'unreadable-answer'],
    ['a packing we do not know', [URL_WITH_SECRET, 'ZSTD'], 'unknown-compression'],
  ] as const)('refuses %s', async (_, [url, compression], code) => {
    const { gateway, heard } = fakeAmazon(serve(''));
    expect(await gateway.download(url, compression)).toMatchObject({
      failure: { kind: 'unexpected-answer', messages: [{ code }] },
    });
    expect(heard).toHaveLength(0);
  });
});
