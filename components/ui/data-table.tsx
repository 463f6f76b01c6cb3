import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { SelectAll } from './select-all.tsx';

export type SortDirection = 'ascending' | 'descending';

export type Column<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row, index: number) => ReactNode;
  /** Numbers stand right-aligned, under each other by their last digit. */
  readonly numeric?: boolean;
  readonly wrap?: boolean;
  readonly total?: ReactNode;
  /** Where the heading leads to sort by this column, and how the rows are sorted by it now. */
  readonly sort?: { readonly href: string; readonly direction?: SortDirection };
};

export type RowSelection<Row> = {
  /** The name all row checkboxes share; the form sends one value per chosen row. */
  readonly name: string;
  readonly value: (row: Row) => string;
  readonly label: (row: Row) => string;
  readonly selected?: (row: Row) => boolean;
  /** Rows with which nothing can be done have no box to tick. */
  readonly possible?: (row: Row) => boolean;
  /** Ties the checkboxes to a form elsewhere on the page. */
  readonly form?: string;
};

type DataTableProps<Row> = {
  readonly id: string;
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selection?: RowSelection<Row>;
  readonly empty?: ReactNode;
  /** Rows that ask nothing of the reader are grey. */
  readonly quiet?: (row: Row) => boolean;
  /** Grows with its rows instead of scrolling inside itself. */
  readonly grow?: boolean;
};

const CELL = 'h-8 border-b border-line px-2.5 py-1 align-middle';
const FOOT =
  'sticky bottom-0 z-10 h-8 border-t border-edge bg-raised px-2.5 font-semibold whitespace-nowrap';
const NOTHING = '\u00a0';
const HEAD = 'sticky top-0 z-10 border-b border-edge bg-raised px-2.5 py-1.5 text-sm font-semibold';

/** A dense table: heading row and first column stay, the rest scrolls inside a focusable region. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, captionHidden = false, columns, rows, grow = false } = props;
  if (rows.length === 0 && props.empty) return props.empty;
  return (
    <section
      aria-labelledby={`${id}-caption`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable
      tabIndex={0}
      className={classNames(
        'print-flat relative isolate overflow-auto rounded border border-line bg-surface',
        !grow && 'max-h-[75dvh]',
      )}
    >
      <table id={id} className="w-full border-separate border-spacing-0 text-start">
        <caption
          id={`${id}-caption`}
          className={captionHidden ? 'sr-only' : 'px-2.5 py-2 text-start font-semibold'}
        >
          {caption}
        </caption>
        <Head {...props} />
        <tbody>
          {rows.map((row, index) => (
            <BodyRow key={props.rowKey(row)} {...props} row={row} index={index} />
          ))}
        </tbody>
        {columns.some(({ total }) => total !== undefined) && <Foot {...props} />}
      </table>
    </section>
  );
}

function Head<Row>({ id, columns, selection }: DataTableProps<Row>) {
  const t = useTranslations('ui');
  return (
    <thead>
      <tr>
        {selection && (
          <th scope="col" className={`${HEAD} w-8 pe-0!`}>
            <SelectAll table={id} name={selection.name} label={t('selectAll')} />
          </th>
        )}
        {columns.map(({ key, header, numeric = false, sort }, position) => (
          <th
            key={key}
            scope="col"
            {...(sort?.direction && { 'aria-sort': sort.direction })}
            className={classNames(
              HEAD,
              'whitespace-nowrap',
              numeric ? 'text-end' : 'text-start',
              position === 0 && 'start-0 z-20 sm:sticky',
            )}
          >
            {sort ? <SortLink header={header} {...sort} /> : header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const SORT_ICON: Record<SortDirection | 'none', IconName> = {
  ascending: 'sort-ascending',
  descending: 'sort-descending',
  none: 'sort',
};

type SortLinkProps = {
  readonly header: ReactNode;
  readonly href: string;
  readonly direction?: SortDirection;
};

function SortLink({ header, href, direction }: SortLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className="inline-flex min-h-6 items-center gap-1 hover:underline"
    >
      {header}
      <Icon
        name={SORT_ICON[direction ?? 'none']}
        className={direction ? 'size-3.5' : 'size-3.5 text-muted'}
      />
    </Link>
  );
}

type BodyRowProps<Row> = DataTableProps<Row> & { readonly row: Row; readonly index: number };

function BodyRow<Row>({ columns, selection, quiet, row, index }: BodyRowProps<Row>) {
  const t = useTranslations('ui');
  return (
    <tr
      className={classNames(
        'group bg-surface hover:bg-hover has-[[data-row-choice]:checked]:bg-selected',
        quiet?.(row) && 'text-muted',
      )}
    >
      {selection && (
        <td className={`${CELL} pe-0!`}>
          {(selection.possible?.(row) ?? true) && (
            <label className="grid size-6 place-items-center">
              <span className="sr-only">{t('selectRow', { name: selection.label(row) })}</span>
              <input
                type="checkbox"
                data-row-choice=""
                name={selection.name}
                value={selection.value(row)}
                defaultChecked={selection.selected?.(row) ?? false}
                {...(selection.form && { form: selection.form })}
                className="size-4"
              />
            </label>
          )}
        </td>
      )}
      {columns.map(({ key, cell, numeric = false, wrap = false }, position) => {
        const look = classNames(
          CELL,
          numeric ? 'text-end' : 'text-start',
          wrap ? 'min-w-48' : 'whitespace-nowrap',
          position === 0 && 'start-0 z-[5] bg-inherit font-normal sm:sticky',
        );
        return position === 0 ? (
          <th key={key} scope="row" className={look}>
            {cell(row, index)}
          </th>
        ) : (
          <td key={key} className={look}>
            {cell(row, index)}
          </td>
        );
      })}
    </tr>
  );
}

function Foot<Row>({ columns, selection }: DataTableProps<Row>) {
  return (
    <tfoot>
      <tr>
        {selection && <td className={FOOT}>{NOTHING}</td>}
        {columns.map(({ key, numeric = false, total }) => (
          <td key={key} className={classNames(FOOT, numeric ? 'text-end' : 'text-start')}>
            {total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
