import { packInTurns, proposeIdentical } from '#lib/cartonization';
import { arrange } from '#lib/inbound';
import type { PackNews, PackOrder } from './pack-messages.ts';

// The engine beside the page, so that the page goes on answering while it packs.

const SEED = 1;
const now = (): number => performance.now();
const tell = (news: PackNews): void => postMessage(news);
let isStopped = false;

addEventListener('message', ({ data }: MessageEvent<PackOrder>) => {
  switch (data.kind) {
    case 'stop':
      isStopped = true;
      return;
    case 'arrange':
      tell({ kind: 'arranged', arrangement: arrange(data.plan, data.box, data.shelf) });
      return;
    case 'pack':
      void pack(data);
  }
});

async function pack({
  request,
  milliseconds,
  isIdentical,
}: Extract<PackOrder, { kind: 'pack' }>): Promise<void> {
  const clock = { now, milliseconds: isIdentical ? milliseconds / 2 : milliseconds };
  const budget = { seed: SEED, clock };
  const packing = await packInTurns(request, budget, {
    now,
    pause: async () => new Promise((resolve) => setTimeout(resolve)),
    onProgress: (progress) => tell({ kind: 'progress', progress }),
    isStopped: () => isStopped,
  });
  tell({ kind: 'packed', packing, isLast: !isIdentical || isStopped });
  if (!isIdentical || isStopped) return;
  tell({ kind: 'identical', proposal: proposeIdentical(request, packing, { budget }) });
}
