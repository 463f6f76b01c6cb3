import type { ReactNode } from 'react';

import { Icon } from './icon.tsx';

type DisclosureProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
};

/** Detail that is there for whoever wants it. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details open={open}>
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded text-link">
        <Icon
          name="chevron"
          className="-rotate-90 transition-transform [details[open]>summary>&]:rotate-0"
        />
        {summary}
      </summary>
      <div className="mt-1 ms-5">{children}</div>
    </details>
  );
}
