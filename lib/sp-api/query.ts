import type { Operation } from '#lib/sp-api-contract';

import { nameOf } from './effects.ts';

// Their `mskus` want % + , encoded twice (fulfillmentInbound_2024-03-20 model, checked 2026-11-23).
const DOUBLE_ENCODED: Readonly<Record<string, string>> = {
  'inbound.listPrepDetails': 'mskus',
  'inbound.listItemComplianceDetails': 'mskus',
};

/** Writes a query as Amazon reads it: %20 for a space, since "+" is not a space to every reader. */
export function writeQuery(operation: Operation, query: string): string {
  const twice = DOUBLE_ENCODED[nameOf(operation)];
  return [...new URLSearchParams(query)]
    .map(([name, value]) => {
      const text = name === twice ? value.replace(/[%+,]/g, encodeURIComponent) : value;
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
    })
    .join('&');
}
