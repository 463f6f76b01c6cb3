import { carriersOfNumber } from '#lib/orders';

const USAGE = `usage:
  tracking identify NUMBER...

One line of JSON per number with every carrier it can belong to. Exit code 0 when each number has
at least one, 1 when some have none.`;

/** Runs `tracking …`; returns the exit code. */
export async function runTracking(words: readonly string[]): Promise<number> {
  const [what, ...numbers] = words;
  if (what !== 'identify' || numbers.length === 0) {
    console.error(USAGE);
    return what === 'help' || what === '--help' ? 0 : 2;
  }
  let isComplete = true;
  for (const number of numbers) {
    const carriers = carriersOfNumber(number).map(({ carrier }) => carrier);
    isComplete &&= carriers.length > 0;
    console.log(JSON.stringify({ number, carriers }));
  }
  return isComplete ? 0 : 1;
}
