import { ok, type Problem, problem, refuse, type Result } from '#lib/kernel';

import { findBoxLabelFormat } from './box-label.ts';
import {
  type Calibration,
  dpiProblems,
  type ItemLabelProblem,
  type ItemLabelStock,
  stockProblems,
} from './item-label.ts';
import type { PaperSize } from './papers/facts.ts';
import { findSheet } from './sheets.ts';

/** A printer as one workstation uses it. */
export type PrinterProfile = {
  readonly name: string;
  readonly workstation: string;
  /** a sheet's page type, or `WIDTHxHEIGHT` of a thermal label in millimetres */
  readonly itemStock: string;
  /** page type of a paper for box labels */
  readonly boxPaper: string;
  readonly paper: PaperSize;
  readonly dpi: number;
  readonly marginMm: number;
  readonly offsetXMm: number;
  readonly offsetYMm: number;
  readonly scaleX: number;
  readonly scaleY: number;
};

export type PrinterProblem = ItemLabelProblem | 'printer-name-needed' | 'printer-paper-unknown';

export const PAPER_SIZES: readonly PaperSize[] = ['LETTER', 'A4', 'LABEL'];

/** Stock by the name that profiles and the print log know it by. */
export function stockNamed(name: string, calibration: Calibration = {}): ItemLabelStock {
  if (findSheet(name)) return { kind: 'sheet', pageType: name, ...calibration };
  const [, width, height] = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(name) ?? [];
  if (width === undefined) return { kind: 'sheet', pageType: name, ...calibration };
  return { kind: 'thermal', widthMm: Number(width), heightMm: Number(height), ...calibration };
}

/** The stock of the profile, with the printer's own faults made good. */
export function stockOfPrinter(profile: PrinterProfile): ItemLabelStock {
  const { marginMm, offsetXMm, offsetYMm, scaleX, scaleY } = profile;
  return stockNamed(profile.itemStock, { marginMm, offsetXMm, offsetYMm, scaleX, scaleY });
}

/** Checks a profile; problems stand at its fields. */
export function checkPrinter(profile: PrinterProfile): Result<PrinterProfile, PrinterProblem> {
  const wrong: Problem<PrinterProblem>[] = [];
  const name = profile.name.trim();
  const workstation = profile.workstation.trim();
  if (name === '') wrong.push(problem('printer-name-needed', {}, 'name'));
  for (const found of [...stockProblems(stockOfPrinter(profile)), ...dpiProblems(profile.dpi)]) {
    const field = found.at?.split('.').at(-1) ?? '';
    wrong.push({ ...found, at: FIELDS[field] ?? field });
  }
  if (!findBoxLabelFormat(profile.boxPaper)) {
    wrong.push(problem('printer-paper-unknown', { paper: profile.boxPaper }, 'boxPaper'));
  }
  if (!PAPER_SIZES.includes(profile.paper)) {
    wrong.push(problem('printer-paper-unknown', { paper: profile.paper }, 'paper'));
  }
  return wrong.length > 0 ? refuse(...wrong) : ok({ ...profile, name, workstation });
}

const FIELDS: Readonly<Record<string, string>> = {
  pageType: 'itemStock',
  widthMm: 'itemStock',
  heightMm: 'itemStock',
};
