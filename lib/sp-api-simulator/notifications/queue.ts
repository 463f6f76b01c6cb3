import { SECOND } from '#lib/kernel';

import { accepted, type Answer, notFound, refusal } from '../answer.ts';
import type { Turn } from '../turn.ts';

const QUEUES = '/_queues/';
const HIDDEN_MS = 30 * SECOND;
const MOST = 10;

export function isQueuePath(path: string): boolean {
  return path.startsWith(QUEUES);
}

/**
 * The queue behind a destination, in the place of Amazon SQS: GET takes up to ten messages, the
 * oldest first, and hides them for half a minute; DELETE of one of them says that it is dealt with.
 * It answers to any token that the application holds.
 */
export function answerQueue(turn: Turn, method: string, url: URL): Answer {
  const [destinationId = '', messages, messageId] = url.pathname.slice(QUEUES.length).split('/');
  if (!turn.world.read('destination', destinationId) || messages !== 'messages')
    return notFound('There is no such queue.');
  if (method === 'GET' && messageId === undefined)
    return receive(turn, destinationId, Number(url.searchParams.get('max') ?? MOST));
  if (method === 'DELETE' && messageId !== undefined) {
    const message = turn.world.read('message', messageId);
    if (message?.destinationId === destinationId) turn.world.remove('message', messageId);
    return { status: 204 };
  }
  return refusal(405, 'MethodNotAllowed', 'Use GET …/messages or DELETE …/messages/{messageId}.');
}

function receive(turn: Turn, destinationId: string, max: number): Answer {
  const wanted = Number.isInteger(max) ? Math.min(MOST, Math.max(1, max)) : MOST;
  const taken = turn.world
    .having('message', `destination ${destinationId}`)
    .flatMap((id) => turn.world.read('message', id) ?? [])
    .filter(({ hiddenUntil }) => hiddenUntil <= turn.now)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .slice(0, wanted);
  for (const message of taken)
    turn.world.put('message', {
      ...message,
      hiddenUntil: turn.now + HIDDEN_MS,
      received: message.received + 1,
    });
  return accepted({
    messages: taken.map(({ id, json, at, received }) => ({
      messageId: id,
      body: json,
      sentAt: new Date(at).toISOString(),
      receiveCount: received + 1,
    })),
  });
}
