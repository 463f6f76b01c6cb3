import {
  type History,
  historyOf,
  record,
  redo,
  undo,
} from '../../../../../components/grid/history.ts';
import type { Boxes, Packing } from './box-list.ts';
import { boxesOf, type Edit, editBoxes } from './edit-boxes.ts';

/** The boxes with every step back; `beat` counts the acts that no key press in a field was. */
export type PackState = { readonly history: History<Boxes>; readonly beat: number };
export type PackAct = Edit | { readonly kind: 'undo' } | { readonly kind: 'redo' };

export function packStateOf(packing: Packing): PackState {
  return { history: historyOf(boxesOf(packing)), beat: 0 };
}

export function packStep(packing: Packing, { history, beat }: PackState, act: PackAct): PackState {
  if (act.kind === 'undo') return { history: undo(history), beat: beat + 1 };
  if (act.kind === 'redo') return { history: redo(history), beat: beat + 1 };
  const next = editBoxes(packing, history.present, act);
  return { history: record(history, next, tagOf(act)), beat: beat + (isTyped(act) ? 0 : 1) };
}

function isTyped({ kind }: Edit): boolean {
  return kind === 'field' || kind === 'units';
}

/** The keys of one field are one step back. */
function tagOf(act: Edit): string | undefined {
  if (act.kind === 'field') return `${act.id}.${act.name}`;
  return act.kind === 'units' ? `${act.id}.${act.item.sku}.${act.item.expiry ?? ''}` : undefined;
}
