import { parseArgs } from 'node:util';

import { type Objective, pack, type Packing, type Placement } from '#lib/cartonization';
import { type Result, toNumber } from '#lib/kernel';

import { sentenceOf } from './label-sentences.ts';
import { PackFile, requestOf } from './pack-file.ts';
import { readJson } from './read-json.ts';
import { readText } from './read-text.ts';
import { writeWhole } from './write-whole.ts';

const USAGE =
  'usage: pack IN.json --out OUT.json [--seconds 2] [--seed 1] [--objective boxes|cost]\n' +
  '            [--iterations N]  N attempts instead of a time: the same answer on every machine';

/** Runs `pack …`; returns the exit code: 0 done, 2 wrong input. */
export async function runPack(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  const { input, out, objective, seed, seconds, iterations } = options;
  const text = await readText(input);
  if (!text.ok) return report(input, text);
  const file = readJson(text.value, PackFile);
  if (!file.ok) return report(input, file);
  const now = (): number => performance.now();
  const startedAt = now();
  const budget =
    iterations === undefined
      ? { seed, clock: { now, milliseconds: seconds * 1_000 } }
      : { seed, iterations };
  const packing = pack(requestOf(file.value, objective), budget);
  const answer = JSON.stringify(answerOf(packing, now() - startedAt), undefined, 1);
  const written = await writeWhole(out, new Blob([answer, '\n']).stream());
  if (!written.ok) return report(out, written);
  for (const { sku, quantity, reason } of packing.unpacked) {
    console.error(`note: ${quantity} x ${sku} not packed: ${reason}`);
  }
  const { boxes, lowerBound, cost, fill } = packing.summary;
  console.log(
    `${out}: ${boxes} boxes (at least ${lowerBound}), cost ${cost.toFixed(2)}, ` +
      `${(fill * 100).toFixed(1)} % full`,
  );
  return 0;
}

/** The packing in the units of the input. */
function answerOf({ boxes, unpacked, summary }: Packing, milliseconds: number) {
  return {
    boxes: boxes.map(({ carton, quantity, weight, items, placements, limit }) => ({
      name: carton.name,
      quantity,
      weight: toNumber(weight),
      items,
      placements: placements.map(placementOf),
      limitedBy: limit,
    })),
    unpacked,
    summary: {
      boxes: summary.boxes,
      cost: rounded(summary.cost),
      fill: rounded(summary.fill),
      lowerBound: summary.lowerBound,
      milliseconds: Math.round(milliseconds),
    },
  };
}

function placementOf({ sku, units, x, y, z, length, width, height }: Placement) {
  const place = { sku, x: toNumber(x), y: toNumber(y), z: toNumber(z) };
  const sides = { length: toNumber(length), width: toNumber(width), height: toNumber(height) };
  return units === 1 ? { ...place, ...sides } : { ...place, ...sides, units };
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

type Options = {
  readonly input: string;
  readonly out: string;
  readonly objective: Objective;
  readonly seconds: number;
  readonly seed: number;
  readonly iterations: number | undefined;
};

const TEXT = { type: 'string' } as const;
const FLAGS = { out: TEXT, seconds: TEXT, seed: TEXT, objective: TEXT, iterations: TEXT };

function readOptions(argv: readonly string[]): Options | undefined {
  const parsed = parsedArguments(argv);
  if (!parsed) return undefined;
  const { values, positionals } = parsed;
  const [input, ...others] = positionals;
  const { out, objective = 'boxes' } = values;
  const seconds = Number(values.seconds ?? '2');
  const seed = Number(values.seed ?? '1');
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  if (input === undefined || others.length > 0 || out === undefined) return undefined;
  if (objective !== 'boxes' && objective !== 'cost') return undefined;
  if (!(seconds > 0 && seconds <= 3_600) || !Number.isSafeInteger(seed)) return undefined;
  const isCountable = iterations === undefined || (Number.isInteger(iterations) && iterations >= 0);
  return isCountable ? { input, out, objective, seconds, seed, iterations } : undefined;
}

function parsedArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

function report(file: string, refused: Extract<Result<unknown>, { ok: false }>): number {
  for (const wrong of refused.problems) {
    const place = wrong.at === undefined ? '' : `${wrong.at}: `;
    console.error(`${file}: ${place}${sentenceOf(wrong)}`);
  }
  return 2;
}
