import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';

type Bench = {
  readonly about: string;
  /** Prints lines of Markdown; gets the words after the bench's name. */
  readonly run: (print: (line: string) => void, words: readonly string[]) => Promise<void>;
};

/** Each bench is loaded only when it is called. */
const BENCHES: Readonly<Record<string, Bench>> = {
  amazon: {
    about: 'what the simulated Amazon carries, and what the gateway costs (--only PART)',
    run: async (print, words) =>
      (await import('./amazon.ts')).benchAmazon(inCodeBlock(print), words),
  },
  inbound: {
    about: 'the landed-cost board; plan list and clocks over 20,000 plans; a large plan',
    run: async (print) => {
      await (await import('./inbound.ts')).benchInbound(inCodeBlock(print));
      print('');
      await (await import('./inbound-lists.ts')).benchInboundLists(inCodeBlock(print));
    },
  },
  boxes: {
    about: 'the box step: a payload of 5,000 boxes, an edit in a large grid, a first proposal',
    run: async (print) => (await import('./boxes.ts')).benchBoxes(print),
  },
  labels: {
    about: 'item labels as PDF, beside the PDF libraries of npm',
    run: async (print) => (await import('./labels.ts')).benchLabels(inCodeBlock(print)),
  },
  orders: {
    about: 'Manage Orders and its files with a million orders (--orders N, --only PIECE, --quick)',
    run: async (print, words) =>
      (await import('./orders/bench-orders.ts')).benchOrders(print, words),
  },
  packing: {
    about: 'boxes needed, beside the packing libraries of npm (--quick, --seconds N)',
    run: async (print, words) =>
      (await import('./packing/bench-packing.ts')).benchPacking(print, words),
  },
};

const FOLDER = path.join(import.meta.dirname, '..', '..', 'docs', 'bench');

const [name = '', ...words] = process.argv.slice(2);
if (name === '' || name.startsWith('-') || !Object.hasOwn(BENCHES, name)) {
  console.error('usage: npm run bench -- NAME');
  for (const [known, { about }] of Object.entries(BENCHES)) console.error(`  ${known}: ${about}`);
  process.exitCode = 2;
} else await runBench(name);

/** Runs it and keeps what it printed in docs/bench, unless it was only a look at a part. */
async function runBench(name: string): Promise<void> {
  const lines: string[] = [];
  const print = (line: string): void => {
    console.log(line);
    lines.push(line);
  };
  print(`# Bench: ${name}`);
  print('');
  print(`\`npm run bench -- ${[name, ...words].join(' ')}\` on ${machine()}`);
  print('');
  await BENCHES[name]?.run(print, words);
  if (words.includes('--quick') || words.includes('--only')) return;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(path.join(FOLDER, `${name}.md`), `${lines.join('\n').trimEnd()}\n`);
}

function machine(): string {
  return `${cpus().length} cores, Node.js ${process.versions.node}`;
}

/** For benches that print columns rather than Markdown. */
function inCodeBlock(print: (line: string) => void): (line: string) => void {
  return (line) => print(line === '' ? '' : `    ${line}`);
}
