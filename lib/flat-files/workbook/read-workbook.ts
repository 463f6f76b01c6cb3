import { strFromU8, unzipSync } from 'fflate';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { isDateFormat } from './cell-value.ts';
import { readSheet, readStrings, type Sheet, type SheetContext } from './read-sheet.ts';
import { attribute, xmlEvents } from './xml.ts';

export type WorkbookProblem = 'workbook-unreadable' | 'workbook-too-large';

/** More than any list of boxes needs, and less than would fill a server's memory. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;

type Parts = Readonly<Record<string, Uint8Array>>;

/** Reads the visible and hidden sheets of an .xlsx file, in the workbook's order. */
export function readWorkbook(bytes: Uint8Array): Result<readonly Sheet[], WorkbookProblem> {
  const parts = unpack(bytes);
  if (!parts.ok) return parts;
  const text = (path: string): string => {
    const part = parts.value[path.toLowerCase()];
    return part === undefined ? '' : strFromU8(part);
  };
  const root = targetOf(text('_rels/.rels'), 'officeDocument') ?? 'xl/workbook.xml';
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const relations = text(`${folder}_rels/${root.slice(folder.length)}.rels`);
  const workbook = text(root);
  if (workbook === '') return refuse(problem('workbook-unreadable'));
  const related = (type: string) => resolve(folder, targetOf(relations, type) ?? '');
  const context: SheetContext = {
    strings: readStrings(text(related('sharedStrings'))),
    dateStyles: readDateStyles(text(related('styles'))),
    since1904: /<(?:\w+:)?workbookPr[^>]*\sdate1904=["'](?:1|true)["']/.test(workbook),
  };
  const targets = targetsById(relations);
  return ok(
    sheetsOf(workbook).map(({ name, id }) =>
      readSheet(name, text(resolve(folder, targets.get(id) ?? '')), context),
    ),
  );
}

/** The path of a sheet's part in an unpacked workbook, by the name of the sheet. */
export function sheetPath(parts: Parts, name: string): string | undefined {
  const find = (path: string) =>
    Object.keys(parts).find((known) => known.toLowerCase() === path.toLowerCase());
  const text = (path: string): string => {
    const known = find(path);
    return strFromU8((known === undefined ? undefined : parts[known]) ?? new Uint8Array());
  };
  const root = targetOf(text('_rels/.rels'), 'officeDocument') ?? 'xl/workbook.xml';
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const targets = targetsById(text(`${folder}_rels/${root.slice(folder.length)}.rels`));
  const sheet = sheetsOf(text(root)).find((candidate) => candidate.name === name);
  const target = sheet && targets.get(sheet.id);
  return target === undefined ? undefined : find(resolve(folder, target));
}

function unpack(bytes: Uint8Array): Result<Parts, WorkbookProblem> {
  let unpacked = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (part) => {
        if (!/\.(?:xml|rels)$/i.test(part.name)) return false;
        unpacked += part.originalSize;
        return unpacked <= LARGEST_UNPACKED;
      },
    });
    if (unpacked > LARGEST_UNPACKED)
      return refuse(problem('workbook-too-large', { megabytes: LARGEST_UNPACKED / 1024 / 1024 }));
    return ok(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.toLowerCase(), part])),
    );
  } catch {
    return refuse(problem('workbook-unreadable'));
  }
}

function resolve(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : folder + target;
}

function* relationsOf(xml: string): Generator<{ id: string; type: string; target: string }> {
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue;
    yield {
      id: attribute(event.attributes, 'Id') ?? '',
      type: attribute(event.attributes, 'Type') ?? '',
      target: attribute(event.attributes, 'Target') ?? '',
    };
  }
}

function targetOf(xml: string, type: string): string | undefined {
  for (const relation of relationsOf(xml))
    if (relation.type.endsWith(`/${type}`)) return relation.target.replace(/^\//, '');
  return undefined;
}

function targetsById(xml: string): ReadonlyMap<string, string> {
  return new Map([...relationsOf(xml)].map(({ id, target }) => [id, target]));
}

function sheetsOf(xml: string): readonly { readonly name: string; readonly id: string }[] {
  const sheets = [];
  for (const event of xmlEvents(xml)) {
    if (event.kind !== 'open' || event.name !== 'sheet') continue;
    const name = attribute(event.attributes, 'name') ?? '';
    const id = /[\w]+:id\s*=\s*["']([^"']*)["']/.exec(event.attributes)?.[1] ?? '';
    sheets.push({ name, id });
  }
  return sheets;
}

function readDateStyles(xml: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const dates: boolean[] = [];
  let inCells = false;
  for (const event of xmlEvents(xml)) {
    if (event.kind === 'text') continue;
    if (event.name === 'cellXfs') inCells = event.kind === 'open';
    if (event.kind === 'close') continue;
    const id = Number(attribute(event.attributes, 'numFmtId') ?? 0);
    if (event.name === 'numFmt') codes.set(id, attribute(event.attributes, 'formatCode') ?? '');
    else if (event.name === 'xf' && inCells) dates.push(isDateFormat(id, codes.get(id)));
  }
  return dates;
}
