import { deflateSync } from 'node:zlib';

import { checkItemLabels, encodeCode128, type ItemLabelJob } from '#lib/labels';
import { renderItemLabels } from '#lib/labels/server';

import { measureLabelMemory } from './label-memory.ts';
import type { LabelWork } from './label-peers.tsx';

// Long enough that the compiler has seen everything once; a peer is given as many runs as fit.
const WARM_UP_RUNS = 12;
const PEER_SECONDS = 4;

type Measured = { readonly name: string; readonly ms: number; readonly bytes: number };

/** 10,000 labels by this engine and its peers in one process, then streams and their memory. */
export async function benchLabels(print: (line: string) => void): Promise<void> {
  const work = labelWork(200, 50);
  const job = jobOf(work);
  print(`10,000 item labels (200 FNSKUs x 50) on Letter_30, warm, best run`);
  const own = await measure('firstleg', () => renderItemLabels(job), WARM_UP_RUNS);
  const limit = await measure('hand-made writer of the same shape', () => bare(work), WARM_UP_RUNS);
  // Loaded only now, so that their code does not count as our memory.
  const { LABEL_PEERS } = await import('./label-peers.tsx');
  const peers: Measured[] = [];
  for (const { name, render } of LABEL_PEERS) {
    peers.push(await measure(name, () => render(work), 1));
  }
  // The limit is not a peer: it prints no fonts, fits no text and may not be opened by anybody.
  for (const { name, ms, bytes } of [own, limit, ...peers]) {
    const ratio = `${(ms / own.ms).toFixed(1)} x`;
    const size = `${Math.round(bytes / 1000)} kB`;
    print(
      `${name.padEnd(46)}${ms.toFixed(1).padStart(10)} ms${size.padStart(11)}${ratio.padStart(10)}`,
    );
  }
  benchMemory(print);
}

function benchMemory(print: (line: string) => void): void {
  print('');
  print('The same engine as a stream, in a process of its own; the first job is cold');
  print(
    `${'labels'.padStart(9)}${'first byte'.padStart(12)}${'all'.padStart(10)}${'file'.padStart(10)}` +
      `${'peak'.padStart(10)}${'held after'.padStart(13)}`,
  );
  for (const run of measureLabelMemory()) {
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    print(
      String(run.labels).padStart(9) +
        ms(run.firstMs).padStart(12) +
        ms(run.allMs).padStart(10) +
        `${Math.round(run.bytes / 1000)} kB`.padStart(10) +
        `${run.peakMb} MB`.padStart(10) +
        `${run.heldMb} MB`.padStart(13),
    );
  }
}

async function measure(
  name: string,
  render: () => Promise<Uint8Array> | Uint8Array,
  leastRuns: number,
): Promise<Measured> {
  let best = Number.POSITIVE_INFINITY;
  let bytes = 0;
  const begun = performance.now();
  for (let run = 0; run < leastRuns + 2; run++) {
    const start = performance.now();
    bytes = (await render()).length;
    best = Math.min(best, performance.now() - start);
    if (run >= leastRuns && performance.now() - begun > PEER_SECONDS * 1_000) break;
  }
  return { name, ms: best, bytes };
}

function labelWork(distinct: number, copies: number): LabelWork {
  return Array.from({ length: distinct }, (_, index) => ({
    fnsku: `X00${(1_000_003 + index * 7_919).toString(36).toUpperCase().padStart(7, '0')}`,
    title: `Stainless Steel Bottle 750 ml Leakproof Blue ${index}`.slice(0, 46),
    copies,
  }));
}

function jobOf(work: LabelWork): ItemLabelJob {
  const labels = work.map((label) => ({ ...label, condition: 'New' }));
  const checked = checkItemLabels(labels, { kind: 'sheet', pageType: 'Letter_30' }, 300);
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.problems)}`);
  return checked.value;
}

/** What is left when nothing is measured, fitted or embedded: strings joined and compressed. */
function bare(work: LabelWork): Uint8Array {
  const forms = work.map(({ fnsku, title }, index) => {
    let path = '';
    let x = 22;
    for (const [at, width] of encodeCode128(fnsku).widths.entries()) {
      if (at % 2 === 0) path += `${x} 0 ${width} 26 re `;
      x += width;
    }
    const text = `BT /F1 8 Tf 60 28 Td (${fnsku}) Tj /F1 6 Tf 0 -10 Td (${title}) Tj ET`;
    const content = `${path}f ${text}`;
    return `${index + 9} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 189 72]/Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
  });
  const pages: string[] = [];
  let page = '';
  let at = 0;
  for (const [index, { copies }] of work.entries()) {
    for (let copy = 0; copy < copies; copy++) {
      page += `/S${at % 30} ${index + 9} 0 R`;
      if (++at % 30 > 0) continue;
      pages.push(`<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources<</XObject<<${page}>>>>>>`);
      page = '';
    }
  }
  const packed = deflateSync(Buffer.from(pages.join('\n'), 'latin1'), { level: 6 });
  return Buffer.concat([Buffer.from(forms.join(''), 'latin1'), packed]);
}
