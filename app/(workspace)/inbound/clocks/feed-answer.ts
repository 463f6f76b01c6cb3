import type { Problem } from '#lib/kernel';

export type FeedAnswer = {
  readonly problems: readonly Problem[];
  /** told once: the page does not know it any more when it is opened again */
  readonly address?: string;
};

export const NO_FEED_ANSWER: FeedAnswer = { problems: [] };
