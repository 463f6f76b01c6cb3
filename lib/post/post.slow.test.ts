import { createHmac } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createPost, newWebhookSecret, type WebhookCall } from './server.ts';
import { type Mailbox, openMailbox, openReceiver, type Receiver } from './testing/index.ts';

const AT = Date.UTC(2026, 10, 24, 20);
const opened: (Mailbox | Receiver)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function mailbox() {
  const box = await openMailbox();
  opened.push(box);
  const mailFrom = 'Firstleg <post@firstleg.example>';
  return { box, post: createPost({ smtpUrl: box.url, mailFrom, allowsPrivate: false }) };
}

const LETTER = {
  id: 'letter-1',
  to: 'mei@harbor.example',
  subject: '3 个新订单待发货',
  text: '订单 111-0000001-0000001\n\nhttps://firstleg.example/orders',
};

test('a letter arrives whole, in its language, under a number that stays the same', async () => {
  const { box, post } = await mailbox();
  expect(await post.mail(LETTER)).toEqual({ ok: true });
  expect(await post.mail(LETTER)).toEqual({ ok: true });
  expect(box.letters).toHaveLength(2);
  expect(box.letters[0]).toMatchObject({
    from: 'post@firstleg.example',
    to: ['mei@harbor.example'],
    subject: LETTER.subject,
    messageId: '<letter-1@firstleg.example>',
  });
  expect(box.letters[0]?.text.replaceAll('\r\n', '\n')).toBe(LETTER.text);
  expect(new Set(box.letters.map(({ messageId }) => messageId)).size).toBe(1);
});

test('an address that the mail server refuses is given up; the reason names no address', async () => {
  const { box, post } = await mailbox();
  box.refusal = 550;
  const answer = await post.mail(LETTER);
  expect(answer).toMatchObject({ ok: false, isFinal: true, problem: { code: 'mail-refused' } });
  expect(JSON.stringify(answer)).toContain('550');
  expect(JSON.stringify(answer)).not.toContain('harbor');
  box.refusal = 450;
  expect(await post.mail(LETTER)).toMatchObject({ ok: false, isFinal: false });
});

test('a mail server that is not there is tried again, and one that was never named is said', async () => {
  const { box, post } = await mailbox();
  await box.close();
  opened.length = 0;
  expect(await post.mail(LETTER)).toMatchObject({
    isFinal: false,
    problem: { code: 'mail-server-silent' },
  });
  const none = createPost({ smtpUrl: undefined, mailFrom: undefined, allowsPrivate: false });
  expect(none.canMail).toBe(false);
  expect(await none.mail(LETTER)).toMatchObject({ problem: { code: 'mail-not-set-up' } });
});

async function receiver(allowsPrivate = true) {
  const hook = await openReceiver();
  opened.push(hook);
  const options = { smtpUrl: undefined, mailFrom: undefined, allowsPrivate, timeoutMs: 300 };
  const call: WebhookCall = {
    id: 'call-1',
    url: hook.url,
    secret: newWebhookSecret(),
    at: AT,
    body: '{"type":"notice"}',
  };
  return { hook, call, post: createPost(options) };
}

test('a webhook is called once, signed over its number, its time and its body', async () => {
  const { hook, call, post } = await receiver();
  expect(await post.webhook(call)).toEqual({ ok: true });
  expect(hook.calls).toHaveLength(1);
  const headers = hook.calls[0]?.headers;
  expect(hook.calls[0]?.body).toBe(call.body);
  expect(headers).toMatchObject({ 'webhook-id': 'call-1', 'webhook-timestamp': `${AT / 1000}` });
  const key = Buffer.from(call.secret.slice('whsec_'.length), 'base64');
  const signed = `call-1.${AT / 1000}.${call.body}`;
  const mark = createHmac('sha256', key).update(signed).digest('base64');
  expect(headers?.['webhook-signature']).toBe(`v1,${mark}`);
});

test('a redirect is not followed, a refusal is tried again, and what is gone is given up', async () => {
  const { hook, call, post } = await receiver();
  hook.status = 307;
  expect(await post.webhook(call)).toMatchObject({
    isFinal: true,
    problem: { code: 'webhook-redirected', facts: { status: 307 } },
  });
  expect(hook.calls.map(({ path }) => path)).toEqual(['/hook']);
  hook.status = 503;
  expect(await post.webhook(call)).toMatchObject({
    isFinal: false,
    problem: { code: 'webhook-refused', facts: { status: 503 } },
  });
  hook.status = 410;
  expect(await post.webhook(call)).toMatchObject({ isFinal: true });
});

test('a receiver that says nothing, or is not there, is not waited for', async () => {
  const { hook, call, post } = await receiver();
  hook.status = 0;
  expect(await post.webhook(call)).toMatchObject({
    isFinal: false,
    problem: { code: 'webhook-silent', facts: { reason: 'timeout' } },
  });
  await hook.close();
  opened.length = 0;
  expect(await post.webhook(call)).toMatchObject({
    problem: { code: 'webhook-silent', facts: { reason: 'ECONNREFUSED' } },
  });
});

test('nobody is called inside the house, by number or by a name that leads there', async () => {
  const { hook, call, post } = await receiver(false);
  const { port } = new URL(hook.url);
  const inside = ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', 'localhost'];
  for (const host of inside) {
    const answer = await post.webhook({ ...call, url: `https://${host}:${port}/hook` });
    expect(answer, host).toMatchObject({
      isFinal: true,
      problem: { code: 'webhook-address-private' },
    });
  }
  expect(await post.webhook(call)).toMatchObject({ problem: { code: 'webhook-url-not-https' } });
  expect(hook.calls).toEqual([]);
});
