/** Everything that can be told, the most pressing first. */
export const NOTICE_KINDS = [
  'ship-by-passed',
  'auto-cancel-near',
  'ship-by-near',
  'plan-clock-near',
  'cancel-asked',
  'new-order',
  'message-refused',
  'feed-refused',
  'auto-canceled',
  'undeliverable',
  'refunded',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export function isNoticeKind(text: string): text is NoticeKind {
  return NOTICE_KINDS.some((kind) => kind === text);
}

/** Digits of the code that a test message carries. */
export const CODE_LENGTH = 6;
