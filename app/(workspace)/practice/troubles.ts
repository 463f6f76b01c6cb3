type Rule = {
  readonly operation: string;
  readonly kind: string;
  readonly probability?: number;
  readonly times?: number;
  readonly after?: boolean;
  readonly delayMs?: number;
  readonly match?: string;
};

/** Troubles a trainer may make, by name; each as the practice Amazon takes it. */
export const TROUBLES: readonly { readonly name: string; readonly rules: readonly Rule[] }[] = [
  { name: 'throttled', rules: [{ operation: '*', kind: 'http429', probability: 0.3 }] },
  { name: 'failing', rules: [{ operation: '*', kind: 'http500', probability: 0.2 }] },
  { name: 'closed', rules: [{ operation: '*', kind: 'http503', probability: 1 }] },
  { name: 'slow', rules: [{ operation: '*', kind: 'slow', probability: 0.5, delayMs: 4_000 }] },
  { name: 'lost', rules: [{ operation: '*', kind: 'reset', probability: 0.15, after: true }] },
  { name: 'stuck', rules: [{ operation: '*', kind: 'opStuck', probability: 0.3 }] },
  { name: 'refusing', rules: [{ operation: '*', kind: 'opFailed', probability: 0.3 }] },
  { name: 'forgetful', rules: [{ operation: '*', kind: 'emptyList', probability: 0.2 }] },
];

/** A SKU that Amazon stumbles over in every plan, without a word about it. */
export function stumblingOver(sku: string): readonly Rule[] {
  // As it stands in a call: whole, and no part of another SKU.
  return sku === ''
    ? []
    : [{ operation: 'createInboundPlan', kind: 'opFailed', match: JSON.stringify(sku) }];
}

type Fault = {
  readonly kind: string;
  readonly after?: boolean | undefined;
  readonly match?: string | undefined;
};

/** The SKU that the rules in force stumble over. */
export function skuIn(faults: readonly Fault[]): string {
  const match = faults.find((fault) => fault.match !== undefined)?.match;
  return match === undefined ? '' : match.replace(/^"(.*)"$/, '$1');
}

/** Which of the troubles the rules in force make. */
export function troublesIn(faults: readonly Fault[]): ReadonlySet<string> {
  const general = faults.filter(({ match }) => match === undefined);
  return new Set(
    TROUBLES.filter(({ rules }) =>
      rules.every((rule) =>
        general.some((fault) => fault.kind === rule.kind && fault.after === rule.after),
      ),
    ).map(({ name }) => name),
  );
}
