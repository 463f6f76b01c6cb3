// What somebody should hear of, whoever finds it out: kinds, and the ways they reach a person.
// Knows no order and no plan; those tell it. This door is pure.
export { CODE_LENGTH, isNoticeKind, NOTICE_KINDS, type NoticeKind } from './core/kinds.ts';
export { lineFacts } from './line-facts.ts';
