import type { Problem } from '#lib/kernel';

/** What a form of this page shows after it was sent. */
export type ChannelAnswer = {
  readonly problems: readonly Problem[];
  /** Told once: the page does not know it any more when it is opened again. */
  readonly secret?: string;
  readonly isTestSent?: boolean;
  readonly isSaved?: boolean;
};

export const NO_ANSWER: ChannelAnswer = { problems: [] };
