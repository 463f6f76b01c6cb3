import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell';
import { openContext } from '#lib/context/server';
import { marketplaceById } from '#lib/kernel';
import { countNewNotices } from '#lib/notices/server';
import { isTheme, THEME_COOKIE } from '../../components/shell/theme.ts';
import { leave } from './leave.ts';
import { PracticeClock } from './practice-clock.tsx';

type WorkspaceLayoutProps = { readonly children: ReactNode };

/** The frame of everything that needs a session and a connection. */
export default async function WorkspaceLayout({ children }: WorkspaceLayoutProps) {
  const context = await openContext();
  const { session, connection } = context;
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  const { all: newNotices } = await countNewNotices(context);
  const timeZone = marketplaceById(connection.marketplaceIds[0] ?? '')?.timeZone ?? 'UTC';
  return (
    <Shell
      account={{ name: session.user.name, workspace: session.workspace.name, role: session.role }}
      connectionName={connection.name}
      newNotices={newNotices}
      signOut={leave}
      {...(isTheme(theme) && { theme })}
      {...(connection.kind === 'practice' && {
        practice: { clock: <PracticeClock context={context} timeZone={timeZone} /> },
      })}
    >
      {children}
    </Shell>
  );
}
