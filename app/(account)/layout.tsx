import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '#components/shell/shell';
import { connectionAtHand, openAccount } from '#lib/context/server';
import { countNewNotices } from '#lib/notices/server';
import { isTheme, THEME_COOKIE } from '../../components/shell/theme.ts';
import { leave } from '../(workspace)/leave.ts';

type AccountLayoutProps = { readonly children: ReactNode };

/** The frame of pages that need a session but no connection: settings, above all. */
export default async function AccountLayout({ children }: AccountLayoutProps) {
  const account = await openAccount();
  const { session } = account;
  const connection = await connectionAtHand(account);
  const unseen = connection && (await countNewNotices({ ...account, connection }));
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return (
    <Shell
      account={{ name: session.user.name, workspace: session.workspace.name, role: session.role }}
      signOut={leave}
      {...(unseen && { newNotices: unseen.all })}
      {...(isTheme(theme) && { theme })}
    >
      {children}
    </Shell>
  );
}
