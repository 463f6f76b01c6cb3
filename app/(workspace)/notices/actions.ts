'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { openContext } from '#lib/context/server';
import { optional } from '#lib/kernel';
import { NOTICE_KINDS } from '#lib/notices';
import { seeNotices } from '#lib/notices/server';

const Seen = z.object({
  until: z.coerce.number().int().min(0),
  kind: z.enum(NOTICE_KINDS).optional().catch(undefined),
});

/** The reader has seen what the page showed: of one kind, or of all. */
export async function markSeen(form: FormData): Promise<void> {
  const context = await openContext();
  const seen = Seen.safeParse(Object.fromEntries(form));
  if (!seen.success) return;
  const { until, kind } = seen.data;
  await seeNotices(context, { until, ...optional('kind', kind) });
  revalidatePath('/', 'layout');
}
