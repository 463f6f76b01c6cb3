import { type Instant, invariant, type Problem, problem } from '#lib/kernel';
import type { AmazonAnswer, Gateway } from '#lib/sp-api';
import type { InboundPlan } from '../core/inbound-plan.ts';

/** What Amazon gave back when it accepted a call. */
export type Sent = {
  /** absent where Amazon answers at once, or where a lost answer was read back */
  readonly operationId?: string;
  readonly subject?: string;
};

/** A set of options to keep, with what it was asked for. */
export type OfferSet = {
  readonly kind: 'packing' | 'placement' | 'transport' | 'windows' | 'contents';
  readonly subject: string;
  readonly payload: unknown;
  readonly inputs: unknown;
};

/** What the plan is once a move is over. */
export type Absorbed = { readonly plan: InboundPlan; readonly offers?: readonly OfferSet[] };

/** What a move may need of its surroundings besides Amazon. */
export type MoveAid = {
  readonly now: () => Instant;
  readonly isKnownAmazonPlan: (amazonPlanId: string) => Promise<boolean>;
  /** Whether a list that looks too short may be asked for again; later on it is taken as it is. */
  readonly mayAskAgain: boolean;
};

/**
 * One call that changes something at Amazon, with what it takes to survive a crash around it:
 * `send` makes the call, `readBack` finds out after a lost answer whether it was carried out
 * (without it the call may be repeated), `absorb` reads what Amazon has now into the plan.
 */
export type Move = {
  /** unique within the errand, and the same when the errand is taken up again */
  readonly key: string;
  readonly operation: string;
  /** since when an errand before this one may have asked for it without hearing the answer */
  readonly askedSince?: Instant | undefined;
  readonly send: (amazon: Gateway) => Promise<AmazonAnswer<Sent>>;
  readonly readBack?: (
    amazon: Gateway,
    since: Instant,
    aid: MoveAid,
  ) => Promise<AmazonAnswer<Sent | undefined>>;
  readonly absorb: (amazon: Gateway, sent: Sent, aid: MoveAid) => Promise<AmazonAnswer<Absorbed>>;
  /** What the plan is after a refusal that is itself an answer; undefined where it ends the errand. */
  readonly whenRefused?: (
    problems: readonly Problem[],
    sent: Sent | undefined,
  ) => InboundPlan | undefined;
};

/** What an errand that can end early has to know of itself. */
export type ErrandProgress = {
  readonly isStopAsked: boolean;
  /** the key of the move that was begun and is not over */
  readonly underway?: string;
};

/** The moves of an errand for the plan as it now is; those already made are skipped by key. */
export type ErrandScript<Input> = (
  plan: InboundPlan,
  input: Input,
  progress: ErrandProgress,
) => readonly Move[];

/** The plan's name at Amazon, for moves that come after its creation. */
export function amazonPlanOf(plan: InboundPlan): string {
  invariant(plan.amazonPlanId, 'this is asked of a plan at Amazon');
  return plan.amazonPlanId;
}

/** Amazon's answer turned down by us: what it says cannot be right. */
export function notAsAsked(operation: string, ...found: readonly Problem[]): AmazonAnswer<never> {
  return {
    ok: false,
    failure: {
      kind: 'unexpected-answer',
      operation,
      messages: found.map(({ code }) => ({ code, message: '' })),
      found,
      uncertain: false,
    },
  };
}

/** A list that lacks what must be in it: right after a success Amazon's lists lag (#3983, #4095). */
export function listIncomplete(operation: string): AmazonAnswer<never> {
  return notAsAsked(operation, problem('amazon-list-incomplete', { operation }));
}

/** The answer of an asynchronous operation, as the engine keeps it. */
export function sent(answer: AmazonAnswer<{ readonly operationId: string }>): AmazonAnswer<Sent> {
  return answer.ok ? { ...answer, value: { operationId: answer.value.operationId } } : answer;
}

export function absorbed(
  plan: InboundPlan,
  ...offers: readonly OfferSet[]
): AmazonAnswer<Absorbed> {
  return { ok: true, value: { plan, offers } };
}
