'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FormState } from '#lib/context';
import { openAccount, removePrinter, savePrinter } from '#lib/context/server';
import { optional, type Problem } from '#lib/kernel';
import { PAPER_SIZES } from '#lib/labels';
import { decimalIn } from '../../../decimal-in.ts';

const text = z.string().trim().max(100).default('');
const Entry = z.object({
  id: text,
  name: text,
  workstation: text,
  itemStock: text,
  otherWidth: text,
  otherHeight: text,
  boxPaper: text,
  paper: text,
  dpi: text,
  marginMm: text,
  offsetXMm: text,
  offsetYMm: text,
  rulerX: text,
  rulerY: text,
});

export async function keepPrinter(_: FormState, form: FormData): Promise<FormState> {
  const account = await openAccount();
  const entry = Entry.parse(Object.fromEntries(form));
  const isOther = entry.itemStock === 'other';
  const saved = await savePrinter(account, {
    ...optional('id', entry.id === '' ? undefined : entry.id),
    name: entry.name,
    workstation: entry.workstation,
    itemStock: isOther
      ? `${decimalIn(entry.otherWidth, 0)}x${decimalIn(entry.otherHeight, 0)}`
      : entry.itemStock,
    boxPaper: entry.boxPaper,
    paper: PAPER_SIZES.find((size) => size === entry.paper) ?? 'A4',
    dpi: Number(entry.dpi),
    marginMm: decimalIn(entry.marginMm, 0),
    offsetXMm: decimalIn(entry.offsetXMm, 0),
    offsetYMm: decimalIn(entry.offsetYMm, 0),
    scaleX: 100 / decimalIn(entry.rulerX, 100),
    scaleY: 100 / decimalIn(entry.rulerY, 100),
  });
  if (!saved.ok) return { problems: saved.problems.map(atField) };
  revalidatePath('/', 'layout');
  redirect('/settings/printers');
}

// People enter what they measured; the profile keeps what makes it good.
const ENTERED: Readonly<Record<string, string>> = { scaleX: 'rulerX', scaleY: 'rulerY' };

function atField(found: Problem): Problem {
  return { ...found, ...optional('at', ENTERED[found.at ?? ''] ?? found.at) };
}

export async function dropPrinter(form: FormData): Promise<void> {
  const account = await openAccount();
  const printerId = form.get('printerId');
  if (typeof printerId === 'string') await removePrinter(account, printerId);
  revalidatePath('/', 'layout');
}
