import type { Problem } from '#lib/kernel';

/** What a form shows after it was sent: what stands in the way, or that it was kept. */
export type FormState = {
  readonly problems: readonly Problem[];
  readonly warnings?: readonly Problem[];
  /** what was typed, for forms that show it again without JavaScript */
  readonly entered?: Readonly<Record<string, string>>;
  /** when it was kept, and the version that the next send must name */
  readonly saved?: { readonly version?: number; readonly at: number };
};

export const NO_FORM_STATE: FormState = { problems: [] };
