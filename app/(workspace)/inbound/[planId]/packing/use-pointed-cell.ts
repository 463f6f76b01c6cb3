'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PackingGroup } from '#lib/inbound';
import type { Place } from '../../../../../components/grid/selection.ts';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import type { Boxes } from './box-list.ts';
import type { BoxPlace } from './edit-boxes.ts';
import { MEASURE_ROWS } from './grid-cells.ts';

export type PointedCell = { readonly groupId: string; readonly place: Place };

type Surroundings = {
  readonly groups: readonly PackingGroup[];
  readonly boxes: Boxes;
  readonly places: ReadonlyMap<number, BoxPlace>;
};

/**
 * A list of problems points at fields by their ids. In a grid there is no field to go to, so a press
 * on such a link leads to the cell instead.
 */
export function usePointedCell(
  form: RefObject<HTMLFormElement | null>,
  around: Surroundings,
): PointedCell | undefined {
  const [pointed, setPointed] = useState<PointedCell>();
  const latest = useRef(around);
  useEffect(() => {
    latest.current = around;
  });
  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const cell = link && cellOf(link.getAttribute('href')?.slice(1) ?? '', latest.current);
      if (!cell) return;
      event.preventDefault();
      setPointed(cell);
    };
    element.addEventListener('click', press);
    return () => element.removeEventListener('click', press);
  }, [form]);
  return pointed;
}

/** The cell that a field's id stands for: a figure of a box, the box itself, or a SKU. */
export function cellOf(
  id: string,
  { groups, boxes, places }: Surroundings,
): PointedCell | undefined {
  for (const group of groups) {
    const columns = boxes.list.filter((box) => box.groupId === group.id);
    const column = columns.findIndex((box) => {
      const at = fieldId(`boxes.${places.get(box.id)?.index}`);
      return id === at || id.startsWith(`${at}-`);
    });
    if (column >= 0) {
      const field = id.slice(id.lastIndexOf('-') + 1);
      const row = MEASURE_ROWS.findIndex((measure) => measure === field);
      const fallback = field === 'dimensions' ? 1 : 0;
      return { groupId: group.id, place: { row: row < 0 ? fallback : row, column } };
    }
    const item = group.items.findIndex(
      ({ sku }) => fieldId(`groups.${group.id}.${sku}`) === id || fieldId(`skus.${sku}`) === id,
    );
    if (item >= 0)
      return { groupId: group.id, place: { row: item + MEASURE_ROWS.length, column: 0 } };
  }
  return undefined;
}
