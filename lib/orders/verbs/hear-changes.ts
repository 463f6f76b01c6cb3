import type { ChangeQueue, Context } from '#lib/context/server';
import { DAY, problem, type Problem } from '#lib/kernel';
import type { AmazonAnswer, AmazonFailure } from '#lib/sp-api';
import { type QueueState, readQueueState, writeQueueState } from '../store/queue-store.ts';
import { isPassing, problemOf } from './failure.ts';
import { takeOrderChange } from './order-changes.ts';

export const QUEUE_JOB = 'orders.hear-changes';
/** Amazon tells of a change within seconds; asking is free of any quota. */
export const HEAR_EVERY_SECONDS = 30;

const NOTIFICATION = 'ORDER_CHANGE';
const PAYLOAD_VERSION = '1.0';
const BATCHES_AT_ONCE = 3;
const MORE_SECONDS = 2;

/**
 * Sees to it that Amazon tells of changed orders: a destination for the queue and a subscription to
 * ORDER_CHANGE, each looked for before it is made, and looked for again once a day.
 */
export async function subscribeToChanges(context: Context): Promise<void> {
  const { changeQueue, clock } = context;
  if (!changeQueue) return;
  const state = (await readQueueState(context)) ?? { problems: [] };
  const now = clock.now();
  if (state.subscriptionId !== undefined && now - (state.checkedAt ?? 0) < DAY) return;
  const destination = await findOrMakeDestination(context, changeQueue);
  if (!destination.ok) return noteFailure(context, state, destination.failure);
  const destinationId = destination.value;
  const found = await context.amazon.notifications.getSubscription({
    notificationType: NOTIFICATION,
    payloadVersion: PAYLOAD_VERSION,
  });
  if (!found.ok && found.failure.status !== 404) return noteFailure(context, state, found.failure);
  const known = found.ok ? found.value.payload : undefined;
  if (known && known.destinationId !== destinationId) {
    // One subscription a seller and type: another system of the seller's listens already.
    const { subscriptionId: _, ...rest } = state;
    return note(context, rest, [problem('order-changes-told-elsewhere')]);
  }
  const subscriptionId = known?.subscriptionId ?? (await subscribe(context, state, destinationId));
  if (subscriptionId === undefined) return;
  await writeQueueState(context, {
    ...state,
    destinationId,
    subscriptionId,
    checkedAt: now,
    problems: [],
  });
}

async function findOrMakeDestination(
  { amazon, connection }: Context,
  { arn }: ChangeQueue,
): Promise<AmazonAnswer<string>> {
  const all = await amazon.notifications.getDestinations();
  if (!all.ok) return all;
  const known = all.value.payload?.find(({ resource }) => resource.sqs?.arn === arn);
  if (known) return { ok: true, value: known.destinationId };
  const made = await amazon.notifications.createDestination({
    body: { name: `firstleg-${connection.id}`, resourceSpecification: { sqs: { arn } } },
  });
  if (!made.ok) return made;
  return { ok: true, value: made.value.payload?.destinationId ?? '' };
}

async function subscribe(
  context: Context,
  state: QueueState,
  destinationId: string,
): Promise<string | undefined> {
  const made = await context.amazon.notifications.createSubscription({
    notificationType: NOTIFICATION,
    body: { payloadVersion: PAYLOAD_VERSION, destinationId },
  });
  if (made.ok) return made.value.payload?.subscriptionId;
  await noteFailure(context, state, made.failure);
  return undefined;
}

/**
 * Takes in what waits in the queue. A message is taken off only after its order was read, and the
 * same one again changes nothing, so a crash between the two does no harm.
 */
export async function hearChanges(context: Context): Promise<{ readonly again?: number }> {
  const { changeQueue, clock } = context;
  const state = await readQueueState(context);
  if (!changeQueue || state?.destinationId === undefined || state.subscriptionId === undefined)
    return {};
  const { destinationId } = state;
  let heard = 0;
  let isEmpty = false;
  for (let batch = 0; batch < BATCHES_AT_ONCE && !isEmpty; batch += 1) {
    const messages = await changeQueue.receive(destinationId);
    for (const { id, body } of messages) {
      // What is no order change is nothing that reading it again would mend.
      await takeOrderChange(context, parsed(body));
      await changeQueue.remove(destinationId, id);
    }
    heard += messages.length;
    isEmpty = messages.length === 0;
  }
  const now = clock.now();
  const latest = (await readQueueState(context)) ?? state;
  await writeQueueState(context, { ...latest, readAt: now, ...(heard > 0 && { heardAt: now }) });
  return isEmpty ? {} : { again: MORE_SECONDS };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function noteFailure(
  context: Context,
  state: QueueState,
  failure: AmazonFailure,
): Promise<void> {
  // What passes by itself is tried again with the next round.
  if (!isPassing(failure) && !failure.uncertain) await note(context, state, [problemOf(failure)]);
}

function note(context: Context, state: QueueState, problems: readonly Problem[]): Promise<void> {
  return writeQueueState(context, { ...state, problems });
}
