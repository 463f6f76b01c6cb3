import type { Context } from '#lib/context/server';
import { DAY, type Instant, problem, type Problem } from '#lib/kernel';

/** Asked for once a day and connection; Amazon allows one such call in a minute (Sellers v1). */
const known = new Map<string, { readonly plan: string; readonly at: Instant }>();

/**
 * R38: files are for sellers with a professional plan (help page 641, 2026-11-23). Where Amazon does
 * not say which plan it is, the file may go; Amazon refuses it then by itself.
 */
export async function mayByFile({
  connection,
  amazon,
  clock,
}: Context): Promise<Problem | undefined> {
  const now = clock.now();
  let told = known.get(connection.id);
  if (!told || now - told.at > DAY) {
    const answer = await amazon.sellers.getAccount();
    if (!answer.ok) return undefined;
    told = { plan: answer.value.payload.sellingPlan, at: now };
    known.set(connection.id, told);
  }
  return told.plan === 'INDIVIDUAL' ? problem('account-not-professional') : undefined;
}
