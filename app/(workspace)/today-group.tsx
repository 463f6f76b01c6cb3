import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import type { TodayPlans } from '#lib/inbound/server';

type TodayGroupProps = {
  readonly title: string;
  readonly found: TodayPlans;
  readonly children: ReactNode;
};

/** Plans that need the same of the seller; nothing where there are none. */
export async function TodayGroup({ title, found, children }: TodayGroupProps) {
  const t = await getTranslations('today');
  if (found.total === 0) return null;
  const more = found.total - found.plans.length;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="flex items-center gap-2 text-lg font-semibold">
        {title} <Badge tone="neutral">{found.total}</Badge>
      </h2>
      <ul className="rounded border border-line bg-surface">{children}</ul>
      {more > 0 && <TextLink href="/inbound">{t('more', { count: more })}</TextLink>}
    </section>
  );
}
