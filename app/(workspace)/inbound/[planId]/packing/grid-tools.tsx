'use client';

import { useTranslations } from 'next-intl';
import type { Dispatch } from 'react';
import { Button } from '#components/ui/button';
import type { PackingGroup } from '#lib/inbound';
import type { Range } from '../../../../../components/grid/selection.ts';
import type { GridActs } from '../../../../../components/grid/use-grid.ts';
import type { EditedBox } from './box-list.ts';
import type { PackAct } from './pack-state.ts';
import { isBlank } from './typed-boxes.ts';

type GridToolsProps = {
  readonly group: PackingGroup;
  readonly boxes: readonly EditedBox[];
  readonly range: Range;
  readonly grid: GridActs;
  readonly edit: Dispatch<PackAct>;
};

/** What can be done with the chosen cells and boxes, for the mouse; the keys do it, too. */
export function GridTools({ group, boxes, range, grid, edit }: GridToolsProps) {
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
    </div>
  );
}
