import { env } from '#lib/env';
import { problem } from '#lib/kernel';
import { type Carried, notCarried } from './carried.ts';
import { type Letter, sendLetter } from './mail.ts';
import { callWebhook, type WebhookCall } from './webhook.ts';

export type { Carried, Letter, WebhookCall };

export type PostOptions = {
  /** Absent where this installation has no mail server. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly allowsPrivate: boolean;
  readonly timeoutMs?: number;
};

export type Post = {
  readonly canMail: boolean;
  readonly allowsPrivate: boolean;
  readonly mail: (letter: Letter) => Promise<Carried>;
  readonly webhook: (call: WebhookCall) => Promise<Carried>;
};

export function createPost({ smtpUrl, mailFrom, ...webhooks }: PostOptions): Post {
  const mail =
    smtpUrl === undefined || mailFrom === undefined ? undefined : { smtpUrl, from: mailFrom };
  return {
    canMail: mail !== undefined,
    allowsPrivate: webhooks.allowsPrivate,
    mail: async (letter) =>
      mail ? sendLetter(letter, mail) : notCarried(problem('mail-not-set-up')),
    webhook: (call) => callWebhook(call, webhooks),
  };
}

/** The post of this installation, as its environment says. */
export function post(): Post {
  const { smtpUrl, mailFrom, privateWebhooks } = env();
  return createPost({ smtpUrl, mailFrom, allowsPrivate: privateWebhooks });
}
