import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';

export type Definition = {
  readonly key: string;
  readonly term: ReactNode;
  readonly value: ReactNode;
};

type DefinitionListProps = {
  readonly items: readonly Definition[];
  /** Values at the end of the line, for figures in a narrow column. */
  readonly figures?: boolean;
};

export function DefinitionList({ items, figures = false }: DefinitionListProps) {
  return (
    <dl
      className={classNames(
        'grid gap-x-4 gap-y-1',
        figures ? 'grid-cols-[1fr_auto]' : 'grid-cols-[minmax(7rem,auto)_1fr]',
      )}
    >
      {items.map(({ key, term, value }) => (
        <div key={key} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-muted">{term}</dt>
          <dd className={classNames('min-w-0 break-words', figures && 'text-end font-medium')}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
