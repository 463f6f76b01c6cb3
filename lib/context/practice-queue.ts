import { z } from 'zod';
import type { Credentials } from '#lib/sp-api';
import type { ChangeQueue } from './context.ts';
import { PRACTICE_ENDPOINT } from './practice.ts';

const Token = z.object({ access_token: z.string() });
const Received = z.object({
  messages: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

type Ask = (request: Request) => Promise<Response>;

/** The queue that the practice Amazon keeps in the place of Amazon SQS, one for each connection. */
export function practiceQueue(ask: Ask, key: string, credentials: Credentials): ChangeQueue {
  let token: string | undefined;

  async function attempt(method: string, path: string): Promise<Response> {
    token ??= await grant(ask, credentials);
    const headers = { 'x-amz-access-token': token };
    return ask(new Request(`${PRACTICE_ENDPOINT}/_queues/${path}`, { method, headers }));
  }

  async function call(method: string, path: string): Promise<Response> {
    let answer = await attempt(method, path);
    if (answer.status === 403) {
      // A token lives an hour, and a practice clock may skip a week.
      token = undefined;
      answer = await attempt(method, path);
    }
    if (!answer.ok) throw new Error(`the practice queue answered ${answer.status}`);
    return answer;
  }

  return {
    arn: `arn:aws:sqs:us-east-1:000000000000:firstleg-${key}`,
    receive: async (destinationId) => {
      const answer = await call('GET', `${destinationId}/messages?max=10`);
      const { messages } = Received.parse(await answer.json());
      return messages.map(({ messageId, body }) => ({ id: messageId, body }));
    },
    remove: async (destinationId, messageId) => {
      await call('DELETE', `${destinationId}/messages/${messageId}`);
    },
  };
}

async function grant(ask: Ask, { clientId, clientSecret }: Credentials): Promise<string> {
  const answer = await ask(
    new Request(`${PRACTICE_ENDPOINT}/auth/o2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'sellingpartnerapi::notifications',
        client_id: clientId,
        client_secret: clientSecret,
      }).toString(),
    }),
  );
  return Token.parse(await answer.json()).access_token;
}
