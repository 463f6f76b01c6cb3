import { parseArgs } from 'node:util';

import type { Clock } from '#lib/kernel';
import { createSimulator, memoryStore, QUIRKS } from '#lib/sp-api-simulator';
import { listen, plainDocuments } from '#lib/sp-api-simulator/server';

const US = 'ATVPDKIKX0DER';

// A virtual clock stands still until it is told to move, and always starts at the same time.
const VIRTUAL: Clock = { now: () => Date.UTC(2026, 10, 23, 9, 0, 0) };
const WALL: Clock = { now: () => Date.now() };

const USAGE =
  'firstleg simulator [--port 4010] [--seed 7] [--clock wall|virtual] [--quirks ideal|realistic|NAME,...] ' +
  '[--control] [--no-throttle]';

/** Serves the simulated Amazon until it is told to stop; prints one line when it is ready. */
export async function runSimulator(argv: readonly string[]): Promise<number> {
  const options = read(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const { seed, clock, quirks, throttle, control } = options;
  const simulator = await createSimulator({
    seed,
    clock,
    store: memoryStore(),
    documents: plainDocuments,
    quirks,
    throttle,
    control,
  });
  const seller = await simulator.provisionSeller({
    key: 'command-line',
    name: 'Practice Seller',
    marketplaceIds: [US],
    catalogue: 'starter',
  });
  const server = await listen(simulator, options.port).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return undefined;
  });
  if (!server) return 1;
  console.log(
    JSON.stringify({
      endpoint: server.endpoint,
      clientId: seller.clientId,
      clientSecret: seller.clientSecret,
      refreshToken: seller.refreshToken,
      sellerId: seller.sellerId,
      marketplaceId: US,
    }),
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.close();
  return 0;
}

type Options = {
  readonly port: number;
  readonly seed: number;
  readonly clock: Clock;
  readonly quirks: 'ideal' | 'realistic' | readonly string[];
  readonly control: boolean;
  readonly throttle: boolean;
};

function readQuirks(text: string): Options['quirks'] | undefined {
  if (text === 'ideal' || text === 'realistic') return text;
  const names = text.split(',');
  return names.every((name) => name in QUIRKS) ? names : undefined;
}

function read(argv: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '7' },
        clock: { type: 'string', default: 'wall' },
        quirks: { type: 'string', default: 'ideal' },
        control: { type: 'boolean', default: false },
        'no-throttle': { type: 'boolean', default: false },
      },
    });
    const [port, seed] = [Number(values.port), Number(values.seed)];
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
    if (!Number.isSafeInteger(seed)) return undefined;
    if (values.clock !== 'wall' && values.clock !== 'virtual') return undefined;
    const quirks = readQuirks(values.quirks);
    if (!quirks) return undefined;
    return {
      port,
      seed,
      clock: values.clock === 'virtual' ? VIRTUAL : WALL,
      quirks,
      control: values.control,
      throttle: !values['no-throttle'],
    };
  } catch {
    return undefined;
  }
}
