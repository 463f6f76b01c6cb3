'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { openContext, practiceAmazon } from '#lib/context/server';
import { HOUR } from '#lib/kernel';
import { catchUp } from './catch-up.ts';

const Skip = z.object({ hours: z.coerce.number().int().min(1).max(168) });

/** Moves the practice Amazon's clock on. There is no such thing for a real connection. */
export async function skipAhead(form: FormData): Promise<void> {
  const context = await openContext();
  const skip = Skip.safeParse(Object.fromEntries(form));
  if (context.connection.kind !== 'practice' || !skip.success) return;
  const simulator = await practiceAmazon(context.db);
  await simulator.advance(skip.data.hours * HOUR);
  await catchUp(context);
  revalidatePath('/', 'layout');
}
