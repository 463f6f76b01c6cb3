'use server';

import { redirect } from 'next/navigation';
import {
  keepLabelList,
  openContext,
  type RefusedLabelCell,
  removeLabelList,
  restoreLabelList,
} from '#lib/context/server';
import type { Problem } from '#lib/kernel';

export type LabelsAnswer = {
  readonly problems: readonly Problem[];
  readonly cells: readonly RefusedLabelCell[];
};

/** Takes the labels that were dropped as a file or pasted; what cannot be printed is named. */
export async function addLabels(_previous: LabelsAnswer, form: FormData): Promise<LabelsAnswer> {
  const context = await openContext();
  const kept = await keepLabelList(context, await given(form));
  if (!kept.ok) return { problems: kept.problems, cells: kept.cells };
  redirect(`/labels/${kept.listId}`);
}

export async function dropLabels(form: FormData): Promise<void> {
  const removed = await removeLabelList(await openContext(), listIn(form));
  redirect(removed.ok ? `/labels?removed=${removed.value.id}` : '/labels');
}

export async function bringBackLabels(form: FormData): Promise<void> {
  await restoreLabelList(await openContext(), listIn(form));
  redirect('/labels');
}

function listIn(form: FormData): string {
  const id = form.get('listId');
  return typeof id === 'string' ? id : '';
}

async function given(form: FormData) {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const pasted = form.get('pasted');
  const text = typeof pasted === 'string' ? pasted : '';
  return { name: '', bytes: new TextEncoder().encode(text) };
}
