import type { PaperWords } from './facts.ts';

export type RecordWords = Pick<PaperWords, 'simulated' | 'pageOf'> & {
  /** stands where a section has nothing in it */
  readonly nothing: string;
};

export type RecordSection = {
  /** for a file of its own */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
};

/** Facts and tables that are to be read by somebody else, later. */
export type RecordPaper = {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
  readonly sections: readonly RecordSection[];
  readonly simulated: boolean;
};
