import { describe, expect, it } from 'vitest';
import { checkMailAddress, checkWebhookUrl } from './index.ts';
import { isPublicAddress } from './public-address.ts';
import { newWebhookSecret, signatureHeaders } from './sign.ts';

const code = (result: { readonly ok: boolean; readonly problems?: readonly { code: string }[] }) =>
  result.ok ? 'ok' : result.problems?.[0]?.code;

describe('where notices may go', () => {
  it('an e-mail address is one mailbox and nothing that could begin another header', () => {
    expect(checkMailAddress(' mei@harbor.example ')).toEqual({
      ok: true,
      value: 'mei@harbor.example',
    });
    for (const text of ['', 'mei', 'a@b', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.ex'])
      expect(code(checkMailAddress(text)), text).toBe('mail-address-not-readable');
  });

  it('a webhook is called with encryption; without only inside a house that allows it', () => {
    const inside = { allowsPrivate: true };
    const outside = { allowsPrivate: false };
    expect(checkWebhookUrl('https://hooks.example/in?a=1#top', outside)).toEqual({
      ok: true,
      value: 'https://hooks.example/in?a=1',
    });
    expect(code(checkWebhookUrl('http://10.0.0.8/in', inside))).toBe('ok');
    expect(code(checkWebhookUrl('http://hooks.example/in', outside))).toBe('webhook-url-not-https');
    expect(code(checkWebhookUrl('file:///etc/passwd', inside))).toBe('webhook-url-not-https');
    expect(code(checkWebhookUrl('https://me:pw@hooks.example', outside))).toBe(
      'webhook-url-with-password',
    );
    expect(code(checkWebhookUrl('hooks.example', outside))).toBe('webhook-url-not-readable');
  });

  it('what is on the public internet is told from what is inside, however it is written', () => {
    for (const address of ['8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1111'])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      'fd00::1',
      'fe80::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'localhost',
    ])
      expect(isPublicAddress(address), address).toBe(false);
  });

  it('a call is signed as the Standard Webhooks specification says', () => {
    // The example of the specification.
    const headers = signatureHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      seconds: 1_614_265_330,
      body: '{"test": 2432232314}',
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
    expect(newWebhookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(newWebhookSecret()).not.toBe(newWebhookSecret());
  });
});
