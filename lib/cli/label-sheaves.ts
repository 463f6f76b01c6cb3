import { problem, refuse, type Result } from '#lib/kernel';
import { checkBoxLabels } from '#lib/labels';
import { renderBoxContentLabels, renderBoxLabels, type Symbology } from '#lib/labels/server';

import { BoxContentsFile, BoxLabelsFile } from './label-files.ts';
import type { SheafOptions } from './label-options.ts';
import { readJson } from './read-json.ts';

type Rendered = Result<{ readonly pdf: Uint8Array; readonly count: number }>;

const SYMBOLOGIES: Readonly<Record<string, Symbology>> = {
  PDF417: 'PDF417',
  DATAMATRIX: 'DATA_MATRIX',
  DATA_MATRIX: 'DATA_MATRIX',
  QR: 'QR',
};

export async function boxSheaf(text: string, { pageType, dpi }: SheafOptions): Promise<Rendered> {
  const read = readJson(text, BoxLabelsFile, 'labels');
  if (!read.ok) return read;
  if (!isKnownDpi(dpi)) return refuse(problem('printer-dpi-unknown', { dpi: String(dpi) }));
  const paper = pageType ?? 'PackageLabel_Thermal';
  const checked = checkBoxLabels(read.value, paper);
  if (!checked.ok) return checked;
  const pdf = await renderBoxLabels(checked.value, paper, dpi);
  return { ok: true, value: { pdf, count: read.value.length } };
}

export async function contentSheaf(text: string, options: SheafOptions): Promise<Rendered> {
  const read = readJson(text, BoxContentsFile, 'labels');
  if (!read.ok) return read;
  const { dpi = 600, symbology = 'PDF417' } = options;
  if (!isKnownDpi(dpi)) return refuse(problem('printer-dpi-unknown', { dpi }));
  const wanted = SYMBOLOGIES[symbology.toUpperCase()];
  if (!wanted) return refuse(problem('symbology-unknown', { symbology }));
  const rendered = await renderBoxContentLabels(read.value, { symbology: wanted, dpi });
  if (!rendered.ok) return rendered;
  return { ok: true, value: { pdf: rendered.value, count: read.value.length } };
}

function isKnownDpi(dpi: number | undefined): boolean {
  return dpi === undefined || [203, 300, 600].includes(dpi);
}
