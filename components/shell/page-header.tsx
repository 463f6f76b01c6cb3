import type { ReactNode } from 'react';

import { TextLink } from '../ui/text-link.tsx';

type PageHeaderProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly parent?: { readonly href: string; readonly label: ReactNode };
  readonly status?: ReactNode;
  readonly actions?: ReactNode;
};

export function PageHeader({ title, lead, parent, status, actions }: PageHeaderProps) {
  return (
    <div className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        {parent && (
          <p className="text-sm">
            <TextLink href={parent.href}>{parent.label}</TextLink>
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-3">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          {status}
        </div>
        {lead && <p className="mt-0.5 max-w-[70ch] text-muted">{lead}</p>}
      </div>
      {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
