import type { Context } from '#lib/context/server';
import { createPost } from '#lib/post/server';
import type { Mailbox } from '#lib/post/testing';
import { type AddedChannel, addChannel, confirmChannel, type Keeper } from '../verbs/channels.ts';
import { type Carrier, carryChannel } from '../verbs/carry-channel.ts';
import type { NewChannel } from '../verbs/channels.ts';

export type Household = {
  readonly mei: Keeper;
  readonly carrier: Carrier;
  /** Lets so much time of the wall clock pass for letters. */
  readonly wait: (ms: number) => void;
  readonly carry: (channelId: string) => Promise<{ readonly again?: number }>;
  /** Adds a channel and confirms it as its owner would. */
  readonly settle: (mailbox: Mailbox, channel: NewChannel) => Promise<AddedChannel>;
};

/** A member of the context's workspace, who is told by real mail and real calls on this machine. */
export async function household(context: Context, mailbox?: Mailbox): Promise<Household> {
  const { db, workspaceId } = context;
  const createdAt = new Date();
  const user = await db.user.create({
    data: {
      email: `${crypto.randomUUID()}@harbor.example`,
      name: 'Mei Chen',
      passwordHash: 'none',
      createdAt,
      memberships: { create: { workspaceId, role: 'manager', createdAt } },
    },
  });
  const time = { ahead: 0 };
  const clock = { now: () => Date.now() + time.ahead };
  const mei: Keeper = {
    db,
    workspaceId,
    clock,
    actor: { id: user.id, name: user.name, role: 'manager' },
  };
  const post = createPost({
    smtpUrl: mailbox?.url,
    mailFrom: 'Firstleg <post@firstleg.example>',
    allowsPrivate: true,
    timeoutMs: 1_000,
  });
  const carrier = { db, clock, post, baseUrl: 'https://firstleg.example' };
  const carry = (channelId: string) => carryChannel(carrier, channelId);
  return {
    mei,
    carrier,
    wait: (ms) => {
      time.ahead += ms;
    },
    carry,
    settle: async (box, channel) => {
      const added = await addChannel(mei, post, channel);
      if (!added.ok) throw new Error(`refused: ${added.problems[0]?.code}`);
      const { channelId } = added.value;
      await carry(channelId);
      const code = /\d{6}/.exec(box.letters.at(-1)?.text ?? '')?.[0];
      if (channel.channel === 'email')
        await confirmChannel(mei, { channelId, code: code ?? 'none came' });
      return added.value;
    },
  };
}
