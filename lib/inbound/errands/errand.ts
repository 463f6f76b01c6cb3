import type { Instant, Problem } from '#lib/kernel';
import type { ErrandKind } from '../core/inbound-plan.ts';
import type { Sent } from './move.ts';

/** How far the move under way got: asked but not answered, or accepted by Amazon. */
export type MoveProgress = {
  readonly key: string;
  readonly phase: 'calling' | 'accepted';
  /** when it was first asked */
  readonly since: Instant;
  readonly sent?: Sent;
};

/** A line of what Amazon was told and what it answered. */
export type TranscriptLine = {
  readonly at: Instant;
  readonly operation: string;
  readonly outcome: 'asked' | 'accepted' | 'done' | 'failed' | 'read-back';
  readonly requestId?: string;
  readonly operationId?: string;
  readonly messages?: readonly { readonly code: string; readonly message: string }[];
};

export type Errand = {
  readonly id: string;
  readonly planId: string;
  readonly kind: ErrandKind;
  readonly input: unknown;
  readonly state: 'running' | 'done' | 'failed';
  readonly moved: readonly string[];
  readonly move?: MoveProgress;
  readonly problems: readonly Problem[];
  readonly transcript: readonly TranscriptLine[];
  readonly attempts: number;
  readonly startedAt: Instant;
  /** when somebody asked it to end early, which not every errand can */
  readonly stopAskedAt?: Instant;
};
