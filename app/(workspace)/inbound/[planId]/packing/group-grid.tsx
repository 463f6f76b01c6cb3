'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, useMemo, useState } from 'react';
import { ProblemText } from '#components/problem-text';
import { Quantity } from '#components/ui/figures';
import { FieldError } from '#components/ui/field';
import { Status } from '#components/ui/status';
import { type Balance, type InboundPlan, lineKey, type PackingGroup } from '#lib/inbound';
import type { BoxSize } from '#lib/inbound/server';
import type { Problem } from '#lib/kernel';
import { Grid } from '../../../../../components/grid/grid.tsx';
import type { GridMeasures } from '../../../../../components/grid/grid-measures.ts';
import type { GridLine, GridModel } from '../../../../../components/grid/grid-model.ts';
import type { Place } from '../../../../../components/grid/selection.ts';
import type { EditedBox } from './box-list.ts';
import type { BoxPlace } from './edit-boxes.ts';
import {
  boxCells,
  columnProblems,
  MEASURE_ROWS,
  readCell,
  rowOfItem,
  settleCell,
  suffixOf,
  toneOf,
} from './grid-cells.ts';
import { GridTools } from './grid-tools.tsx';
import { BoxInside } from './propose/box-inside.tsx';
import type { PackAct } from './pack-state.ts';
import { isBlank, readBoxes } from './typed-boxes.ts';

export type GroupGridProps = {
  readonly title: string;
  readonly group: PackingGroup;
  readonly titles: ReadonlyMap<string, string>;
  readonly sums: readonly Balance[];
  readonly boxes: readonly EditedBox[];
  readonly places: ReadonlyMap<number, BoxPlace>;
  readonly found: { readonly blocking: readonly Problem[]; readonly warnings: readonly Problem[] };
  readonly refused: readonly Problem[];
  readonly edit: Dispatch<PackAct>;
  readonly goTo: Place | undefined;
  readonly library: readonly BoxSize[];
  readonly plan: InboundPlan;
};

const MEASURES: GridMeasures = {
  rowHeight: 32,
  columnWidth: 92,
  headHeight: 34,
  footHeight: 32,
  leadWidth: 264,
  narrowLeadWidth: 168,
};
/** Columns that pasting may make: one for each box that Amazon takes. */
const MOST_COLUMNS = 5_000;

/** The boxes of a group as a spreadsheet: one column for each kind of box, one row for each SKU. */
export function GroupGrid(props: GroupGridProps) {
  const { title, group, boxes, places, found, edit, goTo } = props;
  const t = useTranslations('packing');
  const rows = useLines(props);
  const [looking, look] = useState<number>();
  const columns = boxes.length + (boxes.at(-1) && isBlankLast(boxes) ? 0 : 1);
  const blocking = useMemo(
    () => boxes.map(({ id }) => columnProblems(group, places.get(id), found.blocking)),
    [boxes, group, places, found.blocking],
  );
  const warnings = useMemo(
    () => boxes.map(({ id }) => columnProblems(group, places.get(id), found.warnings)),
    [boxes, group, places, found.warnings],
  );
  const nameOf = (column: number) => {
    const number = places.get(boxes[column]?.id ?? -1)?.number;
    return number === undefined ? t('newBox') : t('box', { number });
  };
  const model: GridModel = {
    rows,
    columns,
    mostColumns: MOST_COLUMNS,
    head: (column) => {
      const box = boxes[column];
      const isNew = !box || isBlank(box);
      const isWrong = (blocking[column]?.whole.length ?? 0) > 0;
      return {
        key: String(box?.id ?? 'new'),
        label: nameOf(column),
        name: nameOf(column),
        ...(isNew ? { tone: 'quiet' } : isWrong ? { tone: 'danger' } : {}),
      };
    },
    foot: {
      label: t('unitsEach'),
      aside: <Quantity value={props.sums.reduce((sum, { packed }) => sum + packed, 0)} />,
      cell: (column) => unitsIn(boxes[column]),
    },
    read: (row, column) => readCell(group, boxes[column], row),
    suffix: (row, column) => suffixOf(boxes[column], row),
    tone: (row, column) => toneOf(blocking[column], warnings[column], row),
    settle: settleCell,
    change: (changes) =>
      edit({ kind: 'cells', groupId: group.id, cells: boxCells(group, changes) }),
    undo: () => edit({ kind: 'undo' }),
    redo: () => edit({ kind: 'redo' }),
  };
  const looked = boxes.findIndex(({ id }) => id === looking);
  const inside = useBox(boxes[looked]);
  return (
    <>
      <Grid
        id={`grid-${group.id}`}
        label={t('grid.label', { group: title })}
        model={model}
        measures={MEASURES}
        leadHeads={[t('sku'), t('grid.left')]}
        goTo={goTo}
        about={({ row, column }) => (
          <AboutCell
            id={`about-${group.id}`}
            blocking={[
              ...(blocking[column]?.byRow.get(row) ?? []),
              ...(blocking[column]?.whole ?? []),
              ...ofRow(props, row),
            ]}
            warnings={[
              ...(warnings[column]?.byRow.get(row) ?? []),
              ...(warnings[column]?.whole ?? []),
            ]}
          />
        )}
        tools={(range, grid) => (
          <GridTools {...{ group, boxes, range, grid, edit, look }} library={props.library} />
        )}
      />
      {inside && (
        <BoxInside
          title={t('grid.inside', { box: nameOf(looked) })}
          plan={props.plan}
          box={inside}
          shelf={props.library}
          close={() => look(undefined)}
        />
      )}
    </>
  );
}

/** The box as it is read, the same object as long as nothing is typed into it. */
function useBox(box: EditedBox | undefined) {
  return useMemo(() => (box ? readBoxes([box]).boxes[0] : undefined), [box]);
}

function isBlankLast(boxes: readonly EditedBox[]): boolean {
  const last = boxes.at(-1);
  return last !== undefined && isBlank(last);
}

function unitsIn(box: EditedBox | undefined) {
  if (!box || isBlank(box)) return null;
  const [read] = readBoxes([box]).boxes;
  return <Quantity value={(read?.items ?? []).reduce((sum, item) => sum + item.quantity, 0)} />;
}

/** What was found about the SKU of a row, when its units do not meet or Amazon refused it. */
function ofRow({ group, found, refused }: GroupGridProps, row: number): readonly Problem[] {
  const item = group.items[rowOfItem(row)];
  if (!item) return [];
  const at = `groups.${group.id}.${item.sku}`;
  return [
    ...found.blocking.filter((problem) => problem.at === at),
    ...refused.filter((problem) => problem.at === at || problem.facts['sku'] === item.sku),
  ];
}

function useLines({ group, titles, sums, boxes }: GroupGridProps): readonly GridLine[] {
  const t = useTranslations('packing');
  const count = readBoxes(boxes).boxes.reduce((sum, { copies }) => sum + copies, 0);
  return useMemo(() => {
    const measures = MEASURE_ROWS.map((measure): GridLine => ({
      key: measure,
      label: t(measure),
      name: t(measure),
      isLastOfKind: measure === 'weight',
      ...(measure === 'copies' && { aside: <Quantity value={count} /> }),
    }));
    const items = group.items.map((item, at): GridLine => {
      const key = lineKey(item);
      const balance = sums[at];
      return {
        key,
        label: (
          <span className="truncate font-mono">
            {item.sku}
            {item.expiry !== undefined && <span className="ms-1.5 text-muted">{item.expiry}</span>}
          </span>
        ),
        name: t('grid.row', {
          sku: item.sku,
          expiry: item.expiry ?? 'none',
          title: titles.get(key) ?? '',
        }),
        ...(balance && { aside: <Left balance={balance} /> }),
      };
    });
    return [...measures, ...items];
  }, [t, group, titles, sums, count]);
}

type LeftProps = { readonly balance: Balance };

/** Loud while units are missing or too many, quiet once they meet. */
function Left({ balance: { expected, packed } }: LeftProps) {
  const t = useTranslations('packing');
  const left = expected - packed;
  if (left === 0) {
    return (
      <span className="text-muted">
        <span aria-hidden="true">✓</span>
        <span className="sr-only">{t('exact')}</span>
      </span>
    );
  }
  const words = left > 0 ? t('left', { count: left }) : t('tooMany', { count: -left });
  return (
    <span
      className={`font-semibold tabular-nums ${left > 0 ? 'text-warning' : 'text-danger'}`}
      title={words}
    >
      <span aria-hidden="true">{left > 0 ? left : `+${-left}`}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

type AboutCellProps = {
  readonly id: string;
  readonly blocking: readonly Problem[];
  readonly warnings: readonly Problem[];
};

function AboutCell({ id, blocking, warnings }: AboutCellProps) {
  return (
    <>
      {blocking.length > 0 && <FieldError id={id} problems={blocking} />}
      {warnings.map((warning) => (
        <Status key={`${warning.code} ${warning.at}`} tone="warning">
          <ProblemText problem={warning} />
        </Status>
      ))}
    </>
  );
}
