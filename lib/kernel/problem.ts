/** What a sentence about a problem may be filled with. */
export type Fact = string | number | readonly string[];

/**
 * A refusal that a person can act on. `code` names the sentence in the message catalogues
 * (`problems.codes.<code>.what` and `.fix`), `facts` fill it, and `at` says where it
 * belongs: the path of a form field (`boxes.2.weight`) or a row (`skus.ABC-1`).
 */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly at?: string;
};

export function problem<Code extends string>(
  code: Code,
  facts: Readonly<Record<string, Fact>> = {},
  at?: string,
): Problem<Code> {
  return at === undefined ? { code, facts } : { code, facts, at };
}
