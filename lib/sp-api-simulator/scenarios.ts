import { DAY, MARKETPLACES } from '#lib/kernel';

import type { FaultRule } from './faults.ts';
import { addListings } from './listings/add.ts';
import { setArrivals } from './orders/arrive.ts';
import { type Provisioned, provisionSeller } from './sellers/provision.ts';
import type { Turn } from './turn.ts';

type Scenario = {
  /** Where the account sells; the first is its home. */
  readonly countries: readonly [string, ...string[]];
  readonly catalogue: 'starter' | 'none';
  readonly faults?: readonly FaultRule[];
  readonly begin?: (turn: Turn, sellerId: string, marketplaceId: string) => void;
};

/** What a practice account is opened with. */
const SCENARIOS = {
  /** The demonstration shop, and nothing under way. */
  starter: { countries: ['US'], catalogue: 'starter' },
  /** An account without a single listing. */
  empty: { countries: ['US'], catalogue: 'none' },
  /** The demonstration shop with two weeks of orders behind it and forty more a day. */
  orders: {
    countries: ['US'],
    catalogue: 'starter',
    begin: (turn, sellerId, marketplaceId) =>
      setArrivals(turn, { sellerId, marketplaceId }, 40, turn.now - 14 * DAY),
  },
  /** One shop in five stores of Europe, orders in each. */
  europe: {
    countries: ['DE', 'FR', 'IT', 'ES', 'GB'],
    catalogue: 'starter',
    begin: (turn, sellerId) => {
      for (const marketplaceId of turn.world.read('seller', sellerId)?.marketplaceIds ?? [])
        setArrivals(turn, { sellerId, marketplaceId }, 8, turn.now - 7 * DAY);
    },
  },
  /** A shop in Japan, with orders. */
  japan: {
    countries: ['JP'],
    catalogue: 'starter',
    begin: (turn, sellerId, marketplaceId) =>
      setArrivals(turn, { sellerId, marketplaceId }, 20, turn.now - 7 * DAY),
  },
  /** Two thousand SKUs at Amazon, for plans of the largest size. */
  volume: {
    countries: ['US'],
    catalogue: 'none',
    begin: (turn, sellerId, marketplaceId) =>
      addListings(
        turn,
        sellerId,
        Array.from({ length: 2_000 }, (_, index) => ({
          sku: `BULK-${String(index + 1).padStart(4, '0')}`,
          marketplaceId,
          title: `Practice Part No. ${index + 1}`,
          channel: 'AMAZON_NA',
          classified: true,
          quantity: 20,
          package: [6, 4, 1, 0.5] as const,
        })),
      ),
  },
  /** The demonstration shop on a bad day: calls fail, hang and lose their answers. */
  hostile: {
    countries: ['US'],
    catalogue: 'starter',
    faults: [
      { operation: '*', kind: 'http429', probability: 0.03 },
      { operation: '*', kind: 'http500', probability: 0.03 },
      { operation: '*', kind: 'http503', probability: 0.02 },
      { operation: '*', kind: 'reset', probability: 0.02 },
      { operation: '*', kind: 'reset', probability: 0.02, after: true },
      { operation: '*', kind: 'slow', probability: 0.05, delayMs: 2_000 },
    ],
  },
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

export const SCENARIO_NAMES = Object.keys(SCENARIOS) as readonly ScenarioName[];

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(SCENARIOS, name);
}

/** Opens the account of a scenario: its shop, and whatever is under way in it. */
export function openScenario(turn: Turn, name: ScenarioName, key: string): Provisioned {
  const { countries, catalogue, begin }: Scenario = SCENARIOS[name];
  const marketplaceIds = countries.flatMap(
    (country) => MARKETPLACES.find((each) => each.country === country)?.id ?? [],
  );
  const opened = provisionSeller(turn, {
    key,
    name: 'Practice Seller',
    marketplaceIds,
    catalogue,
    scenario: name,
  });
  begin?.(turn, opened.sellerId, marketplaceIds[0] ?? '');
  return opened;
}

export function faultsOf(name: ScenarioName): readonly FaultRule[] {
  const scenario: Scenario = SCENARIOS[name];
  return scenario.faults ?? [];
}
