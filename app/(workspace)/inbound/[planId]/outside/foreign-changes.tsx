import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { DateTimeText } from '#components/ui/times';
import type { PlanPage } from '../plan-page.ts';
import { NoteForm } from './form.tsx';

type ForeignChangesProps = { readonly page: PlanPage };

/** What was done to the plan at Amazon and not here, and what may still be done. */
export async function ForeignChanges({ page }: ForeignChangesProps) {
  const t = await getTranslations('inbound.outside');
  const { plan, version, timeZone } = page;
  const { foreign } = plan;
  if (!foreign) return null;
  return (
    <Alert
      level="warning"
      title={t('title')}
      action={<NoteForm planId={plan.id} version={version} />}
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {foreign.map(({ kind, at, shipment = '', was = '', is = '' }) => (
          <li key={`${kind} ${at} ${shipment}`}>
            {t(`kinds.${kind}`, { shipment, was, is })}{' '}
            <span className="text-sm text-muted">
              <DateTimeText at={at} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
