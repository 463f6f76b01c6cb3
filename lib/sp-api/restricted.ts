import { operationOf } from '#lib/sp-api-contract';

import { type AmazonAnswer, ownMessage } from './answer.ts';
import { isRecord } from './error-body.ts';
import type { Send } from './send.ts';

export type ReportDocument = {
  readonly reportDocumentId: string;
  readonly url: string;
  readonly compressionAlgorithm?: string;
};

/** Where the document of a report with personal data lies. */
export type RestrictedReport = (reportDocumentId: string) => Promise<AmazonAnswer<ReportDocument>>;

/**
 * Reports with buyers in them want a restricted data token for their very document (Tokens API
 * 2021-03-01); the token is asked for, used once, and forgotten.
 */
export function createRestrictedReport(endpoint: string, send: Send): RestrictedReport {
  const ask = operationOf('tokens', 'createRestrictedDataToken');
  const read = operationOf('reports', 'getReportDocument');
  return async (reportDocumentId) => {
    const path = read.path.replace('{reportDocumentId}', encodeURIComponent(reportDocumentId));
    const granted = await send({
      operation: ask,
      url: `${endpoint}${ask.path}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ restrictedResources: [{ method: 'GET', path }] }),
    });
    if (!granted.ok) return granted;
    const token = isRecord(granted.value) ? granted.value['restrictedDataToken'] : undefined;
    if (typeof token !== 'string') return withoutToken();
    const answer = await send({ operation: read, url: `${endpoint}${path}`, headers: {}, token });
    return answer as AmazonAnswer<ReportDocument>;
  };
}

function withoutToken(): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'unexpected-answer',
      operation: 'tokens.createRestrictedDataToken',
      messages: [ownMessage('missing-in-answer', 'restrictedDataToken')],
      uncertain: false,
    },
  };
}
