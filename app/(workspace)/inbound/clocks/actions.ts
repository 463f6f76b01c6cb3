'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { openContext } from '#lib/context/server';
import { addressOfHouse } from '#lib/env';
import { makeCalendarFeed, revokeCalendarFeed } from '#lib/inbound/server';
import type { FeedAnswer } from './feed-answer.ts';

/** The address is told in the answer, and nowhere else. */
export async function makeFeed(): Promise<FeedAnswer> {
  const { token } = await makeCalendarFeed(await openContext(), await getLocale());
  return { problems: [], address: `${addressOfHouse()}/api/calendar/${token}.ics` };
}

export async function revokeFeed(): Promise<void> {
  await revokeCalendarFeed(await openContext());
  revalidatePath('/inbound/clocks');
}
