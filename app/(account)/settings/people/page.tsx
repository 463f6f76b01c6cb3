import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DataTable } from '#components/ui/data-table';
import { SubmitButton } from '#components/ui/submit-button';
import { DateTimeText } from '#components/ui/times';
import { mayDo } from '#lib/auth';
import { listSessions, membersOf } from '#lib/auth/server';
import { openAccount } from '#lib/context/server';
import { SettingsTabs } from '../settings-tabs.tsx';
import { endSession } from './actions.ts';
import { MemberForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('people.tab') };
}

/** Who may do what, and which browsers are signed in. */
export default async function PeoplePage() {
  const t = await getTranslations('settings');
  const account = await openAccount();
  const devices = { db: account.db, clock: account.clock };
  const members = await membersOf(devices, account.workspaceId);
  const sessions = await listSessions(devices, account.workspaceId);
  const mayManage = mayDo(account.actor.role, 'manage-members');
  const own = account.session.sessionId;
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <SettingsTabs here="people" />
      <DataTable
        id="members"
        caption={t('people.members')}
        rows={members}
        rowKey={(member) => member.userId}
        columns={[
          { key: 'name', header: t('people.name'), cell: (member) => member.name },
          { key: 'email', header: t('people.email'), cell: (member) => member.email },
          {
            key: 'role',
            header: t('people.role'),
            cell: (member) => t(`people.roles.${member.role}`),
          },
        ]}
        grow
      />
      {mayManage && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('people.add')}</h2>
          <MemberForm />
        </section>
      )}
      <DataTable
        id="sessions"
        caption={t('people.sessions')}
        rows={sessions.filter((session) => mayManage || session.userId === account.session.user.id)}
        rowKey={(session) => session.id}
        columns={[
          { key: 'who', header: t('people.name'), cell: (session) => session.userName },
          {
            key: 'browser',
            header: t('people.browser'),
            cell: (session) => (
              <span className="block max-w-80 truncate" title={session.userAgent}>
                {session.userAgent}
              </span>
            ),
          },
          { key: 'address', header: t('people.address'), cell: (session) => session.address },
          {
            key: 'seen',
            header: t('people.seen'),
            cell: (session) => <DateTimeText at={session.seenAt} timeZone="UTC" />,
          },
          {
            key: 'end',
            header: t('people.end'),
            cell: (session) =>
              session.id === own ? (
                t('people.thisBrowser')
              ) : (
                <form action={endSession}>
                  <input type="hidden" name="sessionId" value={session.id} />
                  <SubmitButton variant="secondary" size="small">
                    {t('people.endButton', { name: session.userName })}
                  </SubmitButton>
                </form>
              ),
          },
        ]}
        grow
      />
    </div>
  );
}
