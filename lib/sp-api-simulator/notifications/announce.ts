import { DAY } from '#lib/kernel';

import { applicationOf } from '../auth.ts';
import type { Subscription } from '../entities.ts';
import { stamp, type Turn } from '../turn.ts';
import type { Change } from '../world.ts';
import { type News, newsOf, TYPES_OF_KIND } from './news.ts';

/** Tells the subscribers what has just changed. */
export function announce(turn: Turn): void {
  const changes = turn.world.takeChanges();
  if (changes.length === 0 || isUnheard(turn)) return;
  for (const change of changes) {
    const sellerId = sellerOf(change);
    // News of goods takes some counting; nobody counts for nobody.
    const isAwaited = TYPES_OF_KIND[change.kind].some(
      (type) => subscriptionsTo(turn, sellerId, type).length > 0,
    );
    if (!isAwaited) continue;
    for (const news of newsOf(turn, change))
      for (const subscription of subscriptionsTo(turn, sellerId, news.type))
        if (isWanted(subscription, news)) deliver(turn, subscription, news);
  }
}

function isUnheard(turn: Turn): boolean {
  const [first] = turn.world.all('subscription');
  return first === undefined;
}

function sellerOf({ before, after }: Change): string {
  return (after ?? before)?.sellerId ?? '';
}

export function subscriptionsTo(turn: Turn, sellerId: string, type: string): Subscription[] {
  return turn.world
    .having('subscription', `seller ${sellerId}`)
    .flatMap((id) => turn.world.read('subscription', id) ?? [])
    .filter((subscription) => subscription.type === type)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isWanted({ directive }: Subscription, news: News): boolean {
  const filter = directive?.['eventFilter'];
  if (filter === null || typeof filter !== 'object') return true;
  const names = (key: string) => {
    const value: unknown = new Map<string, unknown>(Object.entries(filter)).get(key);
    return Array.isArray(value) ? value : undefined;
  };
  const [marketplaces, kinds] = [names('marketplaceIds'), names('orderChangeTypes')];
  if (marketplaces && news.marketplaceId !== undefined)
    if (!marketplaces.includes(news.marketplaceId)) return false;
  return !kinds || news.orderChangeType === undefined || kinds.includes(news.orderChangeType);
}

/** Puts one notification into the queue of its subscription, in the envelope of its type. */
export function deliver(
  turn: Turn,
  subscription: Pick<Subscription, 'id' | 'payloadVersion' | 'destinationId'>,
  news: Pick<News, 'type' | 'about' | 'payload' | 'spelling'>,
): void {
  forget(turn, subscription.destinationId);
  const id = turn.dice.id('', 'message', subscription.id, news.type, news.about, String(turn.now));
  const metadata = {
    applicationId: applicationOf(turn.dice).applicationId,
    subscriptionId: subscription.id,
    publishTime: stamp(turn, turn.now),
    notificationId: id,
  };
  const envelope = {
    notificationVersion: news.spelling === 'camel' ? '2020-09-04' : '1.0',
    notificationType: news.type,
    payloadVersion: subscription.payloadVersion,
    eventTime: stamp(turn, turn.now),
    payload: news.payload,
    notificationMetadata: news.spelling === 'camel' ? metadata : pascal(metadata),
  };
  turn.world.put('message', {
    id,
    destinationId: subscription.destinationId,
    at: turn.now,
    hiddenUntil: turn.now,
    received: 0,
    json: JSON.stringify(news.spelling === 'camel' ? envelope : pascal(envelope)),
  });
}

// Amazon SQS keeps a message that nobody takes for four days, unless it is told otherwise.
const KEPT_MS = 4 * DAY;

function forget(turn: Turn, destinationId: string): void {
  for (;;) {
    const id = turn.world.first('message', `destination ${destinationId}`);
    const oldest = id === undefined ? undefined : turn.world.read('message', id);
    if (!oldest || oldest.at > turn.now - KEPT_MS) return;
    turn.world.remove('message', oldest.id);
  }
}

// The older types write their names with a capital letter.
function pascal(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      value as unknown,
    ]),
  );
}
