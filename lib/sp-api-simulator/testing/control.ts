import type { Simulator } from '../index.ts';

/** Pulls a lever of the practice master's desk. */
export async function control(
  simulator: Simulator,
  method: string,
  lever: string,
  body?: object,
): Promise<{ readonly status: number; readonly body: ReturnType<typeof JSON.parse> }> {
  const response = await simulator.fetch(
    new Request(`https://sim.test/_sim/${lever}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  return { status: response.status, body: await response.json() };
}
