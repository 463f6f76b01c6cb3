import { packInTurns } from '#lib/cartonization';
import {
  balances,
  boxesUnlike,
  checkBoxes,
  type InboundPlan,
  type PlannedBox,
  proposalTask,
  usualBoxes,
} from '#lib/inbound';
import { packingRequest } from '#lib/inbound/testing';
import { dimensionsOf, weightOf } from '#lib/kernel';

type Print = (line: string) => void;

const OWNERS = { prepOwner: 'SELLER', labelOwner: 'SELLER' } as const;
const GROUP = 'pg1';
const ROUNDS = 20;

/** What the box step costs: a payload of the most boxes, an edit in a large grid, a first proposal. */
export async function benchBoxes(print: Print): Promise<void> {
  print(
    'No library of npm takes box content or knows its rules: there is no peer to stand beside.',
  );
  print('');
  print('| what | asked | median | worst |');
  print('| :--- | ---: | ---: | ---: |');
  // As many kinds of boxes as Amazon takes boxes, each with other units in it.
  const { plan, boxes } = packedPlan(500, 5_000, 10);
  const full = { ...plan, boxes };
  print(
    row(
      '5,000 boxes, 500 SKUs: built as text and proved',
      300,
      // Proofs of boxes that did not change are remembered; what is sent is proved anew.
      measured(() => {
        const anew = { ...full };
        prove(anew, anew.boxes);
        payload(anew);
      }),
    ),
  );
  print(
    row(
      '5,000 boxes, 500 SKUs: read back and compared',
      undefined,
      measured(() => {
        if (boxesUnlike(boxes, boxes.toReversed()).length > 0) throw new Error('boxes lost');
      }),
    ),
  );
  const large = packedPlan(300, 200, 300);
  const [first] = large.boxes;
  const edits = measured((round) => {
    if (!first) return;
    const items = first.items.map((item, at) =>
      at === 0 ? { ...item, quantity: round + 1 } : item,
    );
    prove(large.plan, [{ ...first, items }, ...large.boxes.slice(1)]);
  });
  print(row('300 SKUs x 200 boxes, every cell filled: rules after an edit', 16, edits));
  print(row('200 SKUs, 10,000 units: first proposal', 1_000, await firstProposals()));
}

type Times = { readonly median: number; readonly worst: number };

function row(name: string, asked: number | undefined, { median, worst }: Times): string {
  const limit = asked === undefined ? '' : `${asked} ms`;
  return `| ${name} | ${limit} | ${median.toFixed(1)} ms | ${worst.toFixed(1)} ms |`;
}

function timesOf(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

function measured(run: (round: number) => void): Times {
  return timesOf(
    Array.from({ length: ROUNDS }, (_, round) => {
      const startedAt = performance.now();
      run(round);
      return performance.now() - startedAt;
    }),
  );
}

function prove(plan: InboundPlan, boxes: readonly PlannedBox[]): void {
  checkBoxes(plan, boxes);
  const sums = balances(plan.packing?.groups ?? [], boxes);
  if (boxes === plan.boxes && sums.some(({ expected, packed }) => expected !== packed))
    throw new Error('the bench packs every unit');
}

function payload(plan: InboundPlan): string {
  return JSON.stringify(packingRequest(plan));
}

async function firstProposals(): Promise<Times> {
  const { plan } = packedPlan(200, 1_000, 10);
  const task = proposalTask(plan, usualBoxes(plan.marketplaceId), {
    objective: 'boxes',
    cases: 'as-boxes',
    tariff: { handlingPerBox: 1.25, freightPerWeight: 0.55, dimensionalDivisor: 139 },
    goods: new Map(),
  });
  if (!task.ok) throw new Error(task.problems[0]?.code);
  const times: number[] = [];
  for (let seed = 1; seed <= 3; seed++) {
    const startedAt = performance.now();
    const budget = { seed, iterations: 0 };
    const now = () => performance.now();
    await packInTurns(task.value.request, budget, { now, pause: async () => undefined });
    times.push(performance.now() - startedAt);
  }
  return timesOf(times);
}

/** A plan of `skus`, and `count` kinds of boxes with units of `mixed` SKUs each. */
function packedPlan(skus: number, count: number, mixed: number) {
  const names = Array.from({ length: skus }, (_, at) => `SKU-${String(at).padStart(4, '0')}`);
  const boxes = Array.from({ length: count }, (_, at): PlannedBox => ({
    groupId: GROUP,
    copies: 1,
    dimensions: dimensionsOf([20, 16, 12], 'IN'),
    weight: weightOf(20, 'LB'),
    items: Array.from({ length: mixed }, (__, item) => ({
      sku: names[(at * mixed + item) % skus] ?? '',
      quantity: 1,
    })),
  }));
  const units = (count * mixed) / skus;
  const lines = names.map((sku, at) => ({
    sku,
    asin: 'B000000001',
    title: `Goods ${at}`,
    condition: 'new',
    quantity: units,
    unitDimensions: dimensionsOf([3 + (at % 5), 2 + (at % 3), 1 + (at % 4)], 'IN'),
    unitWeight: weightOf(0.2 + (at % 7) / 10, 'LB'),
    ...OWNERS,
  }));
  const plan: InboundPlan = {
    id: 'bench',
    marketplaceId: 'ATVPDKIKX0DER',
    name: 'Bench',
    createdAt: 0,
    lines,
    boxes: [],
    shipments: [],
    packing: {
      confirmed: false,
      offer: {
        id: 'po1',
        status: 'OFFERED',
        groupIds: [GROUP],
        fees: [],
        discounts: [],
        boxWeight: {},
        contentMethods: ['BOX_CONTENT_PROVIDED'],
      },
      groups: [
        { id: GROUP, items: lines.map(({ sku, quantity }) => ({ sku, quantity, ...OWNERS })) },
      ],
    },
  };
  return { plan, boxes };
}
