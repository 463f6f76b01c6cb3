'use client';

import { useEffect, useRef } from 'react';

import { useHydrated } from './hydrated.ts';

type SelectAllProps = {
  /** Id of the table whose rows are meant. */
  readonly table: string;
  readonly name: string;
  readonly label: string;
};

/** Checks or clears every row; half-checked when only some are. Needs JavaScript, so it waits for it. */
export function SelectAll({ table, name, label }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const ready = useHydrated();

  useEffect(() => {
    const element = document.getElementById(table);
    if (!element) return undefined;
    const rows = () => rowBoxes(element, name);
    const show = () => {
      const all = rows();
      const chosen = all.filter(({ checked }) => checked).length;
      if (!box.current) return;
      box.current.checked = all.length > 0 && chosen === all.length;
      box.current.indeterminate = chosen > 0 && chosen < all.length;
    };
    show();
    element.addEventListener('change', show);
    return () => element.removeEventListener('change', show);
  }, [table, name]);

  return (
    <label className="grid size-6 place-items-center">
      <span className="sr-only">{label}</span>
      <input
        ref={box}
        type="checkbox"
        disabled={!ready}
        className="size-4"
        onChange={({ currentTarget }) => {
          const element = document.getElementById(table);
          if (!element) return;
          const boxes = rowBoxes(element, name);
          for (const row of boxes) row.checked = currentTarget.checked;
          boxes[0]?.dispatchEvent(new Event('input', { bubbles: true }));
          boxes[0]?.dispatchEvent(new Event('change', { bubbles: true }));
        }}
      />
    </label>
  );
}

function rowBoxes(table: HTMLElement, name: string): HTMLInputElement[] {
  return [...table.querySelectorAll<HTMLInputElement>('input[data-row-choice]')].filter(
    (box) => box.name === name && !box.disabled,
  );
}
