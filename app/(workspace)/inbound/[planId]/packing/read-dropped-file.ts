import type { RefusedCell } from '#lib/flat-files';
import {
  boxesFromPackList,
  expectedItems,
  groupOfList,
  type InboundPlan,
  type PlannedBox,
} from '#lib/inbound';
import { problem, type Problem } from '#lib/kernel';

export type FileReading =
  | { readonly kind: 'boxes'; readonly boxes: readonly PlannedBox[]; readonly groupId: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | CellsReading
  | { readonly kind: 'factory'; readonly key: number; readonly content: Uint8Array | string };

/** A pack list with cells that cannot be read. */
export type CellsReading = {
  readonly kind: 'cells';
  readonly bytes: Uint8Array;
  readonly headerLine: number;
  readonly sheet?: string;
  readonly refused: readonly RefusedCell[];
};

let readings = 0;

/** What a file or a pasted text is: Amazon's pack list, a factory's packing list, or neither. */
export async function readDroppedFile(
  plan: InboundPlan,
  content: Uint8Array | string,
): Promise<FileReading> {
  const { readFactoryList, readPackList } = await import('#lib/flat-files');
  const groups = plan.packing?.groups ?? [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const list = readPackList(bytes);
  if (list.ok) {
    const { refused, headerLine, sheet } = list.value;
    if (refused.length > 0)
      return { kind: 'cells', bytes, headerLine, refused, ...(sheet !== undefined && { sheet }) };
    const group = groupOfList(groups, list.value);
    if (!group) return { kind: 'refused', problems: [problem('file-of-no-group')] };
    const boxes = boxesFromPackList(group, list.value);
    return boxes.ok
      ? { kind: 'boxes', boxes: boxes.value, groupId: group.id }
      : { kind: 'refused', problems: boxes.problems };
  }
  const factory = readFactoryList({ content, expected: expectedItems(plan) });
  if (!factory.ok) return { kind: 'refused', problems: factory.problems };
  readings += 1;
  return { kind: 'factory', key: readings, content };
}
