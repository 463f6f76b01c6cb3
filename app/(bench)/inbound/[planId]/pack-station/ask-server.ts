import { problem } from '#lib/kernel';
import type { Answer, Sent } from './station-desk.ts';

const LONGEST_WAIT_MS = 10_000;

/** Sends what a bench did; whatever goes wrong on the way is an answer, too. */
export async function askServer(planId: string, sent: Sent): Promise<Answer> {
  try {
    const response = await fetch(`/inbound/${planId}/pack-station/scans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        after: sent.after,
        scans: sent.scans.map(({ station, sequence, at, by, deed }) => ({
          station,
          sequence,
          at,
          by,
          deed,
        })),
      }),
      // Whoever is signed out is sent to the door, which is no answer to a scan.
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    });
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' };
    if (response.status >= 500) return { kind: 'unreachable' };
    if (!response.ok) return { kind: 'refused', problems: [problem('unexpected-failure')] };
    // The route's own answer.
    return (await response.json()) as Answer;
  } catch {
    return { kind: 'unreachable' };
  }
}
