'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button';
import type { PackingGroup } from '#lib/inbound';
import type { BoxSize } from '#lib/inbound/server';
import { writeTicks } from '#lib/kernel';
import type { Range } from '../../../../../components/grid/selection.ts';
import type { GridActs } from '../../../../../components/grid/use-grid.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import type { EditedBox } from './box-list.ts';
import type { BoxCell } from './edit-grid.ts';
import type { PackAct } from './pack-state.ts';
import { isBlank } from './typed-boxes.ts';

type GridToolsProps = {
  readonly group: PackingGroup;
  readonly boxes: readonly EditedBox[];
  readonly range: Range;
  readonly grid: GridActs;
  readonly edit: Dispatch<PackAct>;
  readonly library: readonly BoxSize[];
  /** shows how the units of a box may lie */
  readonly look: (id: number) => void;
};

/** What can be done with the chosen cells and boxes, for the mouse; the keys do it, too. */
export function GridTools({ group, boxes, range, grid, edit, library, look }: GridToolsProps) {
  const t = useTranslations('packing');
  const chosen = boxes.slice(range.left, range.right + 1).filter((box) => !isBlank(box));
  const ids = chosen.map(({ id }) => id);
  const none = ids.length === 0;
  return (
    <div className="flex flex-wrap gap-1.5">
      <Button size="small" onClick={() => edit({ kind: 'undo' })}>
        {t('grid.undo')}
      </Button>
      <Button size="small" onClick={() => edit({ kind: 'redo' })}>
        {t('grid.redo')}
      </Button>
      <Button size="small" onClick={() => grid.act({ kind: 'fill-down' })}>
        {t('grid.fillDown')}
      </Button>
      <Button size="small" onClick={() => grid.act({ kind: 'fill-right' })}>
        {t('grid.fillRight')}
      </Button>
      <Button size="small" disabled={none} onClick={() => edit({ kind: 'copies', ids })}>
        {t('grid.copyBoxes', { count: ids.length })}
      </Button>
      <Button size="small" disabled={none} onClick={() => edit({ kind: 'drop', ids })}>
        {t('grid.removeBoxes', { count: ids.length })}
      </Button>
      <Button size="small" onClick={() => edit({ kind: 'join', groupId: group.id })}>
        {t('grid.join')}
      </Button>
      <Button
        size="small"
        disabled={none}
        onClick={() => {
          const [first] = ids;
          if (first !== undefined) look(first);
        }}
      >
        {t('grid.look')}
      </Button>
      {library.length > 0 && (
        <select
          aria-label={t('library.use')}
          value=""
          onChange={(event) => {
            const size = library.find(({ id }) => id === event.target.value);
            if (size) edit({ kind: 'cells', groupId: group.id, cells: sizeCells(size, range) });
          }}
          className={`${INPUT_STYLE} w-auto! py-0! text-sm`}
        >
          <option value="">{t('library.use')}</option>
          {library.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

/** The size of a box from the library, in the columns of the chosen cells. */
function sizeCells({ dimensions }: BoxSize, { left, right }: Range): readonly BoxCell[] {
  const { length, width, height, unit } = dimensions;
  const text = `${[length, width, height].map(writeTicks).join(' x ')} ${unit.toLowerCase()}`;
  return Array.from({ length: right - left + 1 }, (_, at) => ({
    column: left + at,
    field: 'length' as const,
    text,
  }));
}
