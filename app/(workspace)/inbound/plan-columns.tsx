import { getTranslations } from 'next-intl/server';
import type { Column } from '#components/ui/data-table';
import { Deadline } from '#components/ui/deadline';
import { Quantity } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { TextLink } from '#components/ui/text-link';
import { DateTimeText } from '#components/ui/times';
import type { PageContext } from '#lib/context/server';
import type { PlanRow } from '#lib/inbound/server';
import { marketplaceById } from '#lib/kernel';

/** The columns of the list of plans. */
export async function planColumns(context: PageContext): Promise<readonly Column<PlanRow>[]> {
  const t = await getTranslations('inbound');
  const steps = await getTranslations('steps');
  const now = context.clock.now();
  const zone = (plan: PlanRow) => marketplaceById(plan.marketplaceId)?.timeZone ?? 'UTC';
  return [
    {
      key: 'name',
      header: t('list.name'),
      cell: ({ id, name }) => (
        <TextLink href={`/inbound/${id}`}>{name === '' ? t('unnamed') : name}</TextLink>
      ),
    },
    {
      key: 'step',
      header: t('list.step'),
      cell: (plan) => (plan.isClosed ? t('list.closed') : steps(plan.step)),
    },
    {
      key: 'state',
      header: t('list.state'),
      cell: (plan) => {
        if (plan.hasFailed) return <Status tone="danger">{t('list.failed')}</Status>;
        if (plan.isWaiting) {
          return (
            <Status tone="info" icon="clock">
              {t('list.waiting')}
            </Status>
          );
        }
        return plan.isClosed ? '—' : <Status tone="neutral">{t('list.yours')}</Status>;
      },
    },
    {
      key: 'skus',
      header: t('summary.skus'),
      numeric: true,
      cell: ({ skuCount }) => <Quantity value={skuCount} />,
    },
    {
      key: 'units',
      header: t('summary.units'),
      numeric: true,
      cell: ({ unitCount }) => <Quantity value={unitCount} />,
    },
    {
      key: 'boxes',
      header: t('summary.boxes'),
      numeric: true,
      cell: ({ boxCount }) => <Quantity value={boxCount} />,
    },
    {
      key: 'due',
      header: t('list.due'),
      cell: (plan) =>
        plan.dueAt === undefined ? (
          '—'
        ) : (
          <Deadline at={plan.dueAt} now={now} timeZone={zone(plan)} />
        ),
    },
    {
      key: 'store',
      header: t('summary.marketplace'),
      cell: ({ marketplaceId }) => marketplaceById(marketplaceId)?.domain ?? marketplaceId,
    },
    {
      key: 'changed',
      header: t('list.changed'),
      cell: (plan) => <DateTimeText at={plan.updatedAt} timeZone={zone(plan)} />,
    },
  ];
}
