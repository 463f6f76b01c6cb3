import type { Db } from '#lib/db';
import { problem, refuse, ok, type Result } from '#lib/kernel';
import { type ZodType, z } from 'zod';
import { PRACTICE_ENDPOINT, practiceAmazon } from './practice.ts';

const Clock = z.object({
  now: z.iso.datetime(),
  speed: z.number(),
  next: z.iso.datetime().optional(),
});
const Quirks = z.object({
  quirks: z.array(z.object({ name: z.string(), thread: z.string(), on: z.boolean() })),
});
const Faults = z.object({
  rules: z.array(
    z.object({
      operation: z.string(),
      kind: z.string(),
      probability: z.number().optional(),
      times: z.number().optional(),
      after: z.boolean().optional(),
      match: z.string().optional(),
    }),
  ),
});

/** What the practice Amazon is set to; one for the whole installation. */
export type PracticeDesk = {
  readonly now: number;
  /** simulated seconds in a second; 0 stands still */
  readonly speed: number;
  /** when the next thing falls due */
  readonly next?: number;
  readonly quirks: z.infer<typeof Quirks>['quirks'];
  readonly faults: z.infer<typeof Faults>['rules'];
};

export async function practiceDesk(db: Db): Promise<PracticeDesk> {
  const [clock, { quirks }, { rules }] = await Promise.all([
    pull(db, 'GET clock', Clock),
    pull(db, 'GET quirks', Quirks),
    pull(db, 'GET faults', Faults),
  ]);
  return {
    now: Date.parse(clock.now),
    speed: clock.speed,
    ...(clock.next !== undefined && { next: Date.parse(clock.next) }),
    quirks,
    faults: rules,
  };
}

/** A lever of the practice Amazon by its name, "POST clock", and what it is moved to. */
export type PracticeLever = 'POST clock' | 'PUT quirks' | 'PUT faults' | 'PUT orders' | 'PUT stock';

/** Moves a lever; refuses what the practice Amazon does not take. */
export async function movePractice(
  db: Db,
  lever: PracticeLever,
  body: object,
): Promise<Result<undefined>> {
  const answer = await ask(db, lever, body);
  return answer.ok ? ok(undefined) : refuse(problem('practice-lever-refused'));
}

async function pull<Value>(db: Db, lever: string, shape: ZodType<Value>): Promise<Value> {
  const answer = await ask(db, lever);
  return shape.parse(await answer.json());
}

async function ask(db: Db, lever: string, body?: object): Promise<Response> {
  const [method = 'GET', name = ''] = lever.split(' ');
  const simulator = await practiceAmazon(db);
  return simulator.fetch(
    new Request(`${PRACTICE_ENDPOINT}/_sim/${name}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
}
