type Rule = {
  readonly operation: string;
  readonly kind: string;
  readonly probability?: number;
  readonly times?: number;
  readonly after?: boolean;
  readonly delayMs?: number;
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

/** Which of the troubles the rules in force make. */
export function troublesIn(
  faults: readonly { readonly kind: string; readonly after?: boolean | undefined }[],
): ReadonlySet<string> {
  return new Set(
    TROUBLES.filter(({ rules }) =>
      rules.every((rule) =>
        faults.some((fault) => fault.kind === rule.kind && fault.after === rule.after),
      ),
    ).map(({ name }) => name),
  );
}
