import { type AmazonAnswer, ownMessage } from './answer.ts';
import { isRecord } from './error-body.ts';

/**
 * Reads a list to its end and hands back all its items. `list` asks for one page, with the token of
 * the page before where there is one; the first failure ends the reading and is the answer.
 */
export async function readPages<Page, Item>(
  list: (token: string | undefined) => Promise<AmazonAnswer<Page>>,
  take: (page: Page) => readonly Item[] | undefined,
): Promise<AmazonAnswer<readonly Item[]>> {
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let token: string | undefined; ;) {
    const page = await list(token);
    if (!page.ok) return page;
    for (const item of take(page.value) ?? []) items.push(item);
    token = nextToken(page.value);
    if (token === undefined) return { ok: true, value: items };
    if (seen.has(token)) return repeated(page.requestId);
    seen.add(token);
  }
}

// The same thing has five names: pagination.nextToken (inbound, listings, catalog, inventory),
// pagination.paginationToken, nextToken (reports, feeds), payload.NextToken (v0), payload.nextToken.
function nextToken(page: unknown): string | undefined {
  if (!isRecord(page)) return undefined;
  for (const holder of [page['pagination'], page['payload'], page]) {
    if (!isRecord(holder)) continue;
    for (const name of ['nextToken', 'paginationToken', 'NextToken']) {
      const token = holder[name];
      if (typeof token === 'string' && token !== '') return token;
    }
  }
  return undefined;
}

function repeated(requestId: string | undefined): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'unexpected-answer',
      operation: 'pages',
      ...(requestId === undefined ? {} : { requestId }),
      messages: [ownMessage('page-repeated')],
      uncertain: false,
    },
  };
}
