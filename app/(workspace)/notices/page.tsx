import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { type Tab, Tabs } from '#components/ui/tabs';
import { openContext } from '#lib/context/server';
import { optional } from '#lib/kernel';
import { isNoticeKind, NOTICE_KINDS, type NoticeKind } from '#lib/notices';
import { countNewNotices, listNotices } from '#lib/notices/server';
import { markSeen } from './actions.ts';
import { NoticeLine } from './notice-line.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('title') };
}

type NoticesPageProps = {
  readonly searchParams: Promise<{ readonly kind?: string; readonly after?: string }>;
};

/** What Firstleg found out, the latest first; the same that goes by e-mail and to webhooks. */
export default async function NoticesPage({ searchParams }: NoticesPageProps) {
  const context = await openContext();
  const t = await getTranslations('notices');
  const params = await searchParams;
  const kind = isNoticeKind(params.kind ?? '') ? (params.kind as NoticeKind) : undefined;
  const [page, unseen] = await Promise.all([
    listNotices(context, { ...optional('kind', kind), ...optional('after', params.after) }),
    countNewNotices(context),
  ]);
  const [latest] = page.notices;
  const isNew = kind === undefined ? unseen.all > 0 : unseen.byKind.has(kind);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href="/settings/notifications">{t('settings')}</LinkButton>
            {latest && isNew && params.after === undefined && (
              <form action={markSeen}>
                <input type="hidden" name="until" value={latest.notedAt} />
                {kind !== undefined && <input type="hidden" name="kind" value={kind} />}
                <SubmitButton variant="secondary" icon="check">
                  {t(kind === undefined ? 'seeAll' : 'seeKind')}
                </SubmitButton>
              </form>
            )}
          </>
        }
      />
      <div className="flex max-w-5xl flex-col gap-4">
        <Tabs
          label={t('kindsLabel')}
          tabs={[
            tabOf({ label: t('all'), current: kind === undefined, count: unseen.all }),
            ...NOTICE_KINDS.map((each) =>
              tabOf({
                kind: each,
                label: t(`kinds.${each}.name`),
                current: each === kind,
                count: unseen.byKind.get(each) ?? 0,
              }),
            ),
          ]}
        />
        {page.notices.length === 0 ? (
          <EmptyState title={t(kind === undefined ? 'empty.title' : 'emptyKind.title')}>
            {t(kind === undefined ? 'empty.text' : 'emptyKind.text')}
          </EmptyState>
        ) : (
          <ul aria-label={t('caption')} className="rounded border border-line bg-surface">
            {page.notices.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
        {page.next !== undefined && (
          <LinkButton href={`/notices?${pageParams(kind, page.next)}`} className="self-start">
            {t('older')}
          </LinkButton>
        )}
      </div>
    </>
  );
}

type TabInput = {
  readonly kind?: NoticeKind;
  readonly label: string;
  readonly current: boolean;
  readonly count: number;
};

function tabOf({ kind, label, current, count }: TabInput): Tab {
  const href = kind === undefined ? '/notices' : `/notices?kind=${kind}`;
  return { href, label, current, ...(count > 0 && { count }) };
}

function pageParams(kind: NoticeKind | undefined, after: string): URLSearchParams {
  return new URLSearchParams({ ...optional('kind', kind), after });
}
