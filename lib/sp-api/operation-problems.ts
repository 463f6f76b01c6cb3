import { isAmazonCode } from './codes.ts';
import { isRecord } from './error-body.ts';

/** What a problem is about, as Amazon names it in its text. */
export type Resource = {
  readonly kind:
    | 'plan'
    | 'packing-option'
    | 'packing-group'
    | 'placement-option'
    | 'shipment'
    | 'transportation-option'
    | 'delivery-window'
    | 'sku';
  readonly id: string;
};

export type OperationProblem = {
  readonly code: string;
  /** Whether our catalogue has a sentence for the code. */
  readonly known: boolean;
  /** Amazon's words without the "ERROR:" or "WARNING:" in front of them. */
  readonly message: string;
  readonly details?: string;
  /** Unknown severities are errors: better a warning too loud than an error unheard. */
  readonly severity: 'ERROR' | 'WARNING';
  readonly resource?: Resource;
};

const KINDS: Readonly<Record<string, Resource['kind']>> = {
  wf: 'plan',
  po: 'packing-option',
  pg: 'packing-group',
  pl: 'placement-option',
  sh: 'shipment',
  to: 'transportation-option',
  dw: 'delivery-window',
};

/** The problems in the body of `getInboundOperationStatus`; whatever is missing is left out. */
export function operationProblems(status: unknown): readonly OperationProblem[] {
  const problems = isRecord(status) ? status['operationProblems'] : undefined;
  return Array.isArray(problems) ? problems.map(readProblem) : [];
}

function readProblem(problem: unknown): OperationProblem {
  const read = (name: string): string => {
    const value = isRecord(problem) ? problem[name] : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  const code = read('code') || 'unknown';
  const details = read('details');
  const said = /^(?:(ERROR|WARNING):\s*)?([\s\S]*)$/.exec(read('message'));
  const severity = read('severity').toUpperCase() || said?.[1];
  const resource = quotedResource(details) ?? quotedResource(read('message'));
  return {
    code,
    known: isAmazonCode(code),
    message: said?.[2] ?? '',
    ...(details === '' ? {} : { details }),
    severity: severity === 'WARNING' ? 'WARNING' : 'ERROR',
    ...(resource ? { resource } : {}),
  };
}

/**
 * The resource that a text quotes: "There's an input error with the resource 'A-1'."
 * (selling-partner-api-models #4498, #4525). A SKU may hold quotes itself, so the last one closes.
 */
export function quotedResource(text: string): Resource | undefined {
  const match = /\bresource\s+(?:'(.+)'|"(.+)"|`(.+)`|‘(.+)’|“(.+)”)/su.exec(text);
  const id = match?.slice(1).find((part) => part !== undefined);
  if (id === undefined) return undefined;
  const prefix = /^([a-z]{2})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(
    id,
  );
  return { kind: (prefix?.[1] && KINDS[prefix[1]]) || 'sku', id };
}
