import { pack } from '#lib/cartonization';
import { faultsOf } from '#lib/cartonization/testing';

import {
  bischoffRatcliff,
  BR_TYPES,
  sellersLoad,
  singleSkuLoad,
  thinLoad,
} from './generated-loads.ts';
import { judge, type Load, loadOfCase, requestOf, unitsOf } from './loads.ts';
import { MPV_CLASSES, MPV_INSTANCES, MPV_SIZES, mpvCase } from './martello-pisinger-vigo.ts';
import { PACKING_PEERS, type PackingPeer } from './peers.ts';

type Print = (line: string) => void;

/** Peers look at every pair of units; with more of them than this they take minutes to hours. */
const MOST_UNITS_FOR_PEERS = 2_000;
const SEED = 1;

type Own = {
  readonly first: number;
  readonly firstMs: number;
  readonly boxes: number;
  readonly bound: number;
};

/** Boxes needed by the engine and by the packing libraries of npm; every answer is checked. */
export async function benchPacking(print: Print, words: readonly string[]): Promise<void> {
  const isQuick = words.includes('--quick');
  const seconds = Number(words[words.indexOf('--seconds') + 1] ?? '') || (isQuick ? 0.2 : 2);
  print(`Boxes of one size, ${seconds} s for each case, seed ${SEED}; every answer is checked.`);
  print('The peers fill box after box and let units float; on the loads of sellers the engine');
  print('keeps 70 % of every base supported. "-" is a case the peer is too slow for, or one with');
  print('units that may not be turned and a peer that turns them.');
  print('');
  benchLoads(print, seconds);
  print('');
  benchMpv(print, seconds, isQuick ? 2 : MPV_INSTANCES);
}

function benchLoads(print: Print, seconds: number): void {
  const loads = [
    sellersLoad(5, 120, 3),
    sellersLoad(30, 600, 2),
    singleSkuLoad(),
    thinLoad(),
    sellersLoad(200, 10_000, 1),
    ...BR_TYPES.map((types) => bischoffRatcliff(types, 1)),
  ];
  print(`| load | units | bound | first answer | firstleg | ${peerNames()} |`);
  print(`| :--- | ---: | ---: | ---: | ---: | ${PACKING_PEERS.map(() => '---:').join(' | ')} |`);
  for (const load of loads) {
    const { bound, first, firstMs, boxes } = own(load, seconds);
    const peers = PACKING_PEERS.map((peer) => peerCell(peer, load));
    print(
      `| ${load.name} | ${unitsOf(load)} | ${bound} | ${first} (${firstMs.toFixed(0)} ms) | ` +
        `${boxes} | ${peers.join(' | ')} |`,
    );
  }
}

function peerNames(): string {
  return PACKING_PEERS.map(({ name }) => name).join(' | ');
}

function peerCell(peer: PackingPeer, load: Load): string {
  if (unitsOf(load) > MOST_UNITS_FOR_PEERS) return '-';
  const startedAt = performance.now();
  const verdict = judge(load, peer.pack(load));
  return `${verdict} (${(performance.now() - startedAt).toFixed(0)} ms)`;
}

function own(load: Load, seconds: number): Own {
  const request = requestOf(load);
  const startedAt = performance.now();
  let first = 0;
  let firstMs = 0;
  const clock = { now: () => performance.now(), milliseconds: seconds * 1_000 };
  const packing = pack(
    request,
    { seed: SEED, clock },
    {
      onProgress: ({ boxes }) => {
        firstMs ||= performance.now() - startedAt;
        first ||= boxes;
      },
    },
  );
  const faults = faultsOf(request, packing);
  if (faults.length > 0) throw new Error(`${load.name}: ${faults.join('; ')}`);
  const { boxes, lowerBound } = packing.summary;
  return { first, firstMs, boxes, bound: lowerBound };
}

/** Means over the instances, as the literature gives them. */
function benchMpv(print: Print, seconds: number, instances: number): void {
  const peers = PACKING_PEERS.filter(({ keepsUpright }) => keepsUpright);
  const names = peers.map(({ name }) => name);
  print(`Martello, Pisinger and Vigo: mean boxes of ${instances} instances, units not turned`);
  print('');
  print(
    `| class | units | bound | first answer | firstleg | ${names.join(' | ')} | more than a peer |`,
  );
  print(`| ---: | ---: | ---: | ---: | ---: | ${names.map(() => '---:').join(' | ')} | ---: |`);
  const sums = { bound: 0, first: 0, boxes: 0, peers: peers.map(() => 0) };
  let worseInAll = 0;
  for (const type of MPV_CLASSES) {
    for (const size of MPV_SIZES) {
      const row = { bound: 0, first: 0, boxes: 0, peers: peers.map(() => 0) };
      let worse = 0;
      for (let instance = 1; instance <= instances; instance++) {
        const load = loadOfCase(mpvCase(type, size, instance));
        const { bound, first, boxes } = own(load, seconds);
        row.bound += bound / instances;
        row.first += first / instances;
        row.boxes += boxes / instances;
        for (const [index, peer] of peers.entries()) {
          const verdict = judge(load, peer.pack(load));
          if (typeof verdict === 'string') throw new Error(`${peer.name} ${verdict}: ${load.name}`);
          row.peers[index] = (row.peers[index] ?? 0) + verdict / instances;
          if (boxes > verdict) worse++;
        }
      }
      print(`| ${type} | ${size} | ${means(row)} | ${worse} |`);
      add(sums, row);
      worseInAll += worse;
    }
  }
  print(`| sum | | ${means(sums)} | ${worseInAll} |`);
  const above = (sums.boxes / sums.bound - 1) * 100;
  print('');
  print(
    `The sum is ${above.toFixed(1)} % above the bound, which no packing can go below and which the`,
  );
  print(
    'best need not reach. The best published means (tabu search, guided local search, GRASP and',
  );
  print('genetic algorithms, 2002 to 2013) stand in articles whose tables we could not obtain on');
  print('2026-11-24; no ratio to them is claimed.');
}

type Means = { bound: number; first: number; boxes: number; peers: number[] };

function means({ bound, first, boxes, peers }: Means): string {
  return [bound, first, boxes, ...peers].map((mean) => mean.toFixed(1)).join(' | ');
}

function add(sums: Means, row: Means): void {
  sums.bound += row.bound;
  sums.first += row.first;
  sums.boxes += row.boxes;
  for (const [index, mean] of row.peers.entries())
    sums.peers[index] = (sums.peers[index] ?? 0) + mean;
}
