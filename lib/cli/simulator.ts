import { parseArgs } from 'node:util';

import type { Clock } from '#lib/kernel';
import {
  createSimulator,
  isScenario,
  memoryStore,
  QUIRKS,
  SCENARIO_NAMES,
  type ScenarioName,
} from '#lib/sp-api-simulator';
import { listen, plainDocuments } from '#lib/sp-api-simulator/server';

const WALL: Clock = { now: () => Date.now() };

// A virtual clock always starts at the same time and stands still until it is told to move; what
// Amazon promises is then done at once, because nothing would ever complete it.
const VIRTUAL = {
  begin: { at: Date.UTC(2026, 10, 23, 9, 0, 0), speed: 0 },
  latency: { minMs: 0, maxMs: 0 },
  throttleClock: WALL,
};

const USAGE =
  'usage: npm run firstleg -- simulator [--port 4010] [--seed 7] [--clock virtual|wall] [--control] ' +
  `[--scenario ${SCENARIO_NAMES.join('|')}] [--quirks ideal|realistic|NAME,...] [--no-throttle]`;

/** Serves the simulated Amazon until it is told to stop; prints one line when it is ready. */
export async function runSimulator(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv);
  if (typeof read === 'string') {
    console.error(`${read}\n${USAGE}`);
    return 2;
  }
  const { seed, virtual, quirks, throttle, control, scenario, port } = read;
  const simulator = await createSimulator({
    seed,
    clock: WALL,
    ...(virtual ? VIRTUAL : {}),
    store: memoryStore(),
    documents: plainDocuments,
    quirks,
    throttle,
    control,
  });
  const seller = await simulator.openScenario(scenario, 'command-line');
  const server = await listen(simulator, port).catch((error: unknown) => {
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
      marketplaceId: seller.marketplaceIds[0],
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
  readonly virtual: boolean;
  readonly quirks: 'ideal' | 'realistic' | readonly string[];
  readonly scenario: ScenarioName;
  readonly control: boolean;
  readonly throttle: boolean;
};

function readQuirks(text: string): Options['quirks'] | undefined {
  if (text === 'ideal' || text === 'realistic') return text;
  const names = text.split(',');
  return names.every((name) => Object.hasOwn(QUIRKS, name)) ? names : undefined;
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '4010' },
      seed: { type: 'string', default: '7' },
      clock: { type: 'string', default: 'wall' },
      quirks: { type: 'string', default: 'ideal' },
      scenario: { type: 'string', default: 'starter' },
      control: { type: 'boolean', default: false },
      'no-throttle': { type: 'boolean', default: false },
    },
  }).values;
}

/** What was asked for, or one sentence about what cannot be understood. */
function readOptions(argv: readonly string[]): Options | string {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    // Node says which word it does not know, or which value is missing, and then how to quote it.
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  }
  const [port, seed] = [Number(values.port), Number(values.seed)];
  if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
    return `The port must be a whole number from 0 to 65535, not "${values.port}".`;
  if (values.seed === '' || !Number.isSafeInteger(seed))
    return `The seed must be a whole number, not "${values.seed}".`;
  if (values.clock !== 'wall' && values.clock !== 'virtual')
    return `The clock is "virtual" or "wall", not "${values.clock}".`;
  const quirks = readQuirks(values.quirks);
  if (!quirks)
    return `There are no quirks named "${values.quirks}"; "realistic" has all of ${Object.keys(QUIRKS).join(', ')}.`;
  if (!isScenario(values.scenario))
    return `There is no scenario named "${values.scenario}"; there are ${SCENARIO_NAMES.join(', ')}.`;
  return {
    port,
    seed,
    virtual: values.clock === 'virtual',
    quirks,
    scenario: values.scenario,
    control: values.control,
    throttle: !values['no-throttle'],
  };
}
