import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

import { Icon } from '../ui/icon.tsx';

type AccountMenuProps = {
  readonly name: string;
  readonly workspace: string;
  readonly role: string;
  /** The theme switch, the sign-out form. */
  readonly children: ReactNode;
};

/** Who is signed in and what concerns only them; a native disclosure, so it opens without JavaScript. */
export function AccountMenu({ name, workspace, role, children }: AccountMenuProps) {
  const t = useTranslations('shell');
  return (
    <details className="group/account relative">
      <summary className="flex min-h-7 list-none items-center gap-1.5 rounded px-2 text-sm hover:bg-bar-hover">
        <Icon name="user" />
        <span className="sr-only">{t('account')} </span>
        <span className="max-w-32 truncate max-sm:sr-only">{name}</span>
        <Icon
          name="chevron"
          className="size-3 transition-transform group-open/account:rotate-180"
        />
      </summary>
      <div className="absolute end-0 z-40 mt-1 flex w-64 flex-col gap-3 rounded border border-line bg-raised p-3 text-ink shadow-lift">
        <div>
          <p className="truncate font-semibold">{name}</p>
          <p className="text-sm text-muted">
            {workspace} · {role}
          </p>
        </div>
        {children}
      </div>
    </details>
  );
}
