import { createTransport } from 'nodemailer';
import { problem, SECOND } from '#lib/kernel';
import { type Carried, notCarried } from './carried.ts';

export type Letter = {
  /** The same for every try, so that a mailbox can tell a second one from a new one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type MailOptions = { readonly smtpUrl: string; readonly from: string };

/** Hands one letter to the mail server. The connection is made anew each time; letters are few. */
export async function sendLetter(letter: Letter, { smtpUrl, from }: MailOptions): Promise<Carried> {
  const transport = createTransport(
    {
      url: smtpUrl,
      connectionTimeout: 10 * SECOND,
      greetingTimeout: 10 * SECOND,
      socketTimeout: 30 * SECOND,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  try {
    await transport.sendMail({
      to: { name: '', address: letter.to },
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id}@${domainOf(from)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { ok: true };
  } catch (error) {
    return judge(error);
  } finally {
    transport.close();
  }
}

function domainOf(from: string): string {
  return /@([^\s>@]+)/.exec(from)?.[1] ?? 'localhost';
}

/** A refusal of the letter or its address is final; the rest may be over by the next try. */
function judge(error: unknown): Carried {
  const code = fieldOf(error, 'code');
  const status = fieldOf(error, 'responseCode');
  if (typeof status !== 'number')
    return notCarried(
      problem('mail-server-silent', { reason: typeof code === 'string' ? code : 'unknown' }),
    );
  const isFinal = status >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  // The words of a mail server repeat the address it was given; its codes do not.
  const reply = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(String(fieldOf(error, 'response')))?.[0];
  return notCarried(problem('mail-refused', { reply: reply ?? String(status) }), { isFinal });
}

function fieldOf(error: unknown, name: 'code' | 'response' | 'responseCode'): unknown {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return value;
}
