import { describe, expect, test } from 'vitest';

import { fakeAmazon, json } from './testing/fake-amazon.ts';

const ADDRESS = 'https://store.example/upload?signature=secret';
const file = {
  contentType: 'text/tab-separated-values; charset=UTF-8',
  bytes: new TextEncoder().encode('a\tb\r\n'),
};

describe('putting a file where Amazon wants it', () => {
  test('sends it as announced, without the access token', async () => {
    const { gateway, heard } = fakeAmazon(() => new Response(null));
    expect(await gateway.upload(ADDRESS, file)).toEqual({ ok: true, value: undefined });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatchObject({ method: 'PUT', url: ADDRESS, body: 'a\tb\r\n' });
    expect(heard[0]?.headers['content-type']).toBe(file.contentType);
    expect(heard[0]?.headers['x-amz-access-token']).toBeUndefined();
  });

  test('tries again when the store stumbles, and not when it refuses', async () => {
    const stumbling = fakeAmazon(
      (_heard, count) => new Response(null, { status: count < 3 ? 500 : 200 }),
    );
    expect(await stumbling.gateway.upload(ADDRESS, file)).toMatchObject({ ok: true });
    const refusing = fakeAmazon(() => new Response('<Error/>', { status: 403 }));
    const refused = await refusing.gateway.upload(ADDRESS, file);
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', messages: [{ code: 'upload-refused' }] },
    });
    expect(JSON.stringify(refused)).not.toContain('secret');
    expect(refusing.heard).toHaveLength(1);
  });
});

describe('a report with buyers in it', () => {
  test('is opened with a token for its very document', async () => {
    const { gateway, heard } = fakeAmazon(({ url }) =>
      url.endsWith('/restrictedDataToken')
        ? json(200, { restrictedDataToken: 'Atz.sprdt|one', expiresIn: 3600 })
        : json(200, { reportDocumentId: 'doc 1', url: 'https://store.example/doc' }),
    );
    expect(await gateway.restrictedReport('doc 1')).toMatchObject({
      ok: true,
      value: { url: 'https://store.example/doc' },
    });
    const path = '/reports/2021-06-30/documents/doc%201';
    expect(JSON.parse(heard[0]?.body ?? '')).toEqual({
      restrictedResources: [{ method: 'GET', path }],
    });
    expect(heard[1]?.url.endsWith(path)).toBe(true);
    expect(heard[1]?.headers['x-amz-access-token']).toBe('Atz.sprdt|one');
    expect(heard[0]?.headers['x-amz-access-token']).toBe('Atza|token-1');
  });

  test('stays closed without the role', async () => {
    const { gateway, heard } = fakeAmazon(() =>
      json(403, { errors: [{ code: 'Unauthorized', message: 'no' }] }),
    );
    expect(await gateway.restrictedReport('doc')).toMatchObject({
      ok: false,
      failure: { kind: 'unauthorized' },
    });
    expect(heard.filter(({ url }) => url.includes('/reports/'))).toEqual([]);
  });
});
