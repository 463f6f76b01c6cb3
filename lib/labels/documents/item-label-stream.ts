import type { ItemLabelJob } from '../item-label.ts';
import { itemLabelPieces, itemLabelTemplate } from './item-label-document.ts';

/** The whole PDF in memory. */
export async function renderItemLabels(job: ItemLabelJob): Promise<Uint8Array> {
  return Buffer.concat([...itemLabelPieces(job, await itemLabelTemplate(job))]);
}

/** The PDF as it is written: a piece is made when the reader asks for it. */
export function streamItemLabels(job: ItemLabelJob): ReadableStream<Uint8Array> {
  let pieces: Generator<Uint8Array> | undefined;
  return new ReadableStream({
    async pull(controller) {
      pieces ??= itemLabelPieces(job, await itemLabelTemplate(job));
      const { done, value } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      pieces?.return(undefined);
    },
  });
}
