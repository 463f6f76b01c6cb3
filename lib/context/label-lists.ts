import { toJson, transaction } from '#lib/db';
import { type LabelField, type LabelTable, placeName, readLabelTable } from '#lib/flat-files';
import {
  type Instant,
  ok,
  optional,
  problem,
  type Problem,
  readDecimal,
  refuse,
  type Result,
} from '#lib/kernel';
import {
  checkItemLabels,
  isReprint,
  type ItemLabel,
  type PrintCounts,
  printedSoFar,
} from '#lib/labels';
import { writeAudit } from './audit.ts';
import type { Context } from './context.ts';
import { forbidden } from './permission.ts';

type Reader = Pick<Context, 'db' | 'workspaceId'>;
type Keeper = Reader & Pick<Context, 'actor' | 'clock'>;

/** One kind of label of a list; its key tells it from others of the same FNSKU. */
export type LabelLine = ItemLabel & { readonly key: string };

export type LabelListRow = {
  readonly id: string;
  readonly name: string;
  readonly lineCount: number;
  readonly labelCount: number;
  /** labels printed so far, reprints included */
  readonly printed: number;
  readonly actorName: string;
  readonly createdAt: Instant;
};

export type LabelListPrint = {
  readonly format: string;
  readonly labelCount: number;
  readonly counts: PrintCounts;
  readonly isReprint: boolean;
  readonly printer: string;
  readonly actorName: string;
  readonly printedAt: Instant;
};

export type LabelList = Omit<LabelListRow, 'printed'> & {
  readonly lines: readonly LabelLine[];
  readonly prints: readonly LabelListPrint[];
};

/** A cell that keeps a list from being taken, as its writer finds it. */
export type RefusedLabelCell = {
  readonly row: number;
  /** the column's name in the file, and the cell as spreadsheets call it */
  readonly column: string;
  readonly cell: string;
  readonly problem: Problem;
};

export type LabelListInput = { readonly name: string; readonly bytes: Uint8Array };

export type KeptLabels =
  | { readonly ok: true; readonly listId: string }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly cells: readonly RefusedLabelCell[];
    };

const MOST_LINES = 5_000;
const MOST_LABELS = 200_000;
const LONGEST_NAME = 80;
const SHOWN = 100;

/** Keeps what was pasted or read from a file, if every label of it can be printed. */
export async function keepLabelList(context: Keeper, input: LabelListInput): Promise<KeptLabels> {
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return { ok: false, problems: [notAllowed], cells: [] };
  const table = readLabelTable(input.bytes);
  if (!table.ok) return { ok: false, problems: table.problems, cells: [] };
  const lines = table.value.rows.map(lineOf);
  const wrong = checkLines(lines, table.value);
  if (wrong.problems.length > 0 || wrong.cells.length > 0) return { ok: false, ...wrong };
  const name = input.name.trim().slice(0, LONGEST_NAME);
  const labelCount = lines.reduce((sum, { copies }) => sum + copies, 0);
  const { workspaceId, actor, clock } = context;
  return transaction(context.db, async (tx) => {
    const facts = { name, lineCount: lines.length, labelCount };
    const list = await tx.labelList.create({
      data: {
        ...facts,
        workspaceId,
        lines: toJson(lines),
        actorName: actor.name,
        createdAt: new Date(clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'label-list',
      objectId: list.id,
      verb: 'add-label-list',
      after: facts,
    });
    return { ok: true, listId: list.id };
  });
}

function lineOf({ cells }: LabelTable['rows'][number], index: number): LabelLine {
  const { fnsku, title, condition, quantity, line } = cells;
  return {
    key: String(index + 1),
    fnsku,
    title,
    condition,
    copies: countIn(quantity),
    ...optional('line', line === '' ? undefined : line),
  };
}

// What is no number at all is refused by the same rule as 1.5.
function countIn(text: string): number {
  const isNegative = text.startsWith('-');
  const read = readDecimal(isNegative ? text.slice(1) : text, 3);
  if (!read.ok) return Number.NaN;
  return (isNegative ? -read.value : read.value) / 1_000;
}

const FIELDS: Readonly<Record<string, LabelField>> = {
  fnsku: 'fnsku',
  title: 'title',
  condition: 'condition',
  copies: 'quantity',
  line: 'line',
};

type Refused = {
  readonly problems: readonly Problem[];
  readonly cells: readonly RefusedLabelCell[];
};

function checkLines(lines: readonly LabelLine[], { rows, columns }: LabelTable): Refused {
  const count = lines.length;
  if (count > MOST_LINES) {
    return { problems: [problem('label-list-too-long', { count, most: MOST_LINES })], cells: [] };
  }
  // Any stock will do: what is wrong with the labels is wrong on every one.
  const checked = checkItemLabels(lines, { kind: 'sheet', pageType: 'Letter_30' }, 600);
  if (!checked.ok) return refusedCells(checked.problems, { rows, columns });
  const { labelCount } = checked.value;
  if (labelCount <= MOST_LABELS) return { problems: [], cells: [] };
  const facts = { count: labelCount, most: MOST_LABELS };
  return { problems: [problem('label-list-too-many', facts)], cells: [] };
}

function refusedCells(problemsFound: readonly Problem[], { rows, columns }: LabelTable): Refused {
  const problems: Problem[] = [];
  const cells: RefusedLabelCell[] = [];
  for (const wrong of problemsFound) {
    const [, index = '', name = ''] = /^labels\.(\d+)\.(\w+)$/.exec(wrong.at ?? '') ?? [];
    const found = rows[Number(index || Number.NaN)];
    const field = FIELDS[name];
    const column = field && columns.get(field);
    if (!found || !column) problems.push(wrong);
    else {
      const { row, cells: written } = found;
      const cell = placeName({ row, column: column.column });
      // What is no number has none to be quoted by.
      const facts =
        field === 'quantity' ? { ...wrong.facts, copies: written.quantity } : wrong.facts;
      cells.push({ row, column: column.name, cell, problem: { ...wrong, facts } });
    }
  }
  return { problems, cells };
}

/** The newest lists of the workspace. */
export async function labelLists(context: Reader): Promise<readonly LabelListRow[]> {
  const { workspaceId } = context;
  const rows = await context.db.labelList.findMany({
    where: { workspaceId, removedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
    omit: { lines: true, workspaceId: true, removedAt: true },
  });
  const sums = await context.db.labelListPrint.groupBy({
    by: ['listId'],
    where: { workspaceId, listId: { in: rows.map(({ id }) => id) } },
    _sum: { labelCount: true },
  });
  const printed = new Map(sums.map(({ listId, _sum }) => [listId, _sum.labelCount ?? 0]));
  return rows.map(({ createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt.getTime(),
    printed: printed.get(row.id) ?? 0,
  }));
}

/** A list with its labels and what was printed of it, the newest first. */
export async function labelList(context: Reader, listId: string): Promise<LabelList | undefined> {
  const { workspaceId } = context;
  const row = await context.db.labelList.findFirst({
    where: { id: listId, workspaceId, removedAt: null },
    include: { prints: { orderBy: [{ printedAt: 'desc' }, { id: 'desc' }] } },
  });
  if (!row) return undefined;
  const { workspaceId: _, removedAt: _never, lines, createdAt, prints, ...facts } = row;
  return {
    ...facts,
    createdAt: createdAt.getTime(),
    // The column is written by `keepLabelList` alone, so its shape is known.
    lines: lines as unknown as readonly LabelLine[],
    prints: prints.map(({ printedAt, counts, ...print }) => ({
      format: print.format,
      labelCount: print.labelCount,
      isReprint: print.isReprint,
      printer: print.printer,
      actorName: print.actorName,
      printedAt: printedAt.getTime(),
      counts: countsIn(counts),
    })),
  };
}

export type LabelListPrintInput = {
  readonly listId: string;
  readonly format: string;
  readonly counts: PrintCounts;
  readonly printer?: string;
};

/**
 * Notes that labels of a list were printed. It is a reprint when, with those before, there are more
 * of a line than were wanted.
 */
export async function noteLabelListPrint(
  context: Keeper,
  { listId, format, counts, printer = '' }: LabelListPrintInput,
): Promise<Result<undefined>> {
  const notAllowed = forbidden(context, 'print-labels');
  if (notAllowed) return refuse(notAllowed);
  const { workspaceId, actor, clock } = context;
  return transaction(context.db, async (tx) => {
    const list = await tx.labelList.findFirst({
      where: { id: listId, workspaceId },
      select: { lines: true, prints: { select: { counts: true } } },
    });
    if (!list) return refuse(problem('label-list-not-found'));
    const lines = list.lines as unknown as readonly LabelLine[];
    const wanted = Object.fromEntries(lines.map(({ key, copies }) => [key, copies]));
    const before = list.prints.map((print) => ({ counts: countsIn(print.counts) }));
    const again = isReprint(wanted, printedSoFar(before), counts);
    const labelCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
    await tx.labelListPrint.create({
      data: {
        workspaceId,
        listId,
        format,
        labelCount,
        counts: toJson(counts),
        isReprint: again,
        printer,
        actorName: actor.name,
        printedAt: new Date(clock.now()),
      },
    });
    await writeAudit(tx, context, {
      objectType: 'label-list',
      objectId: listId,
      verb: again ? 'reprint-label-list' : 'print-label-list',
      after: { format, labelCount, printer },
    });
    return ok(undefined);
  });
}

// Written by `noteLabelListPrint` alone.
function countsIn(counts: unknown): PrintCounts {
  return counts as PrintCounts;
}
