import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { NO_FORM_STATE } from '#lib/context';
import { type InboundPlan, type Packed, weightUnitOf } from '#lib/inbound';
import { takeBoxes } from './actions.ts';
import type { DeskView } from './station-desk.ts';
import { totalsOf } from './station-view.ts';

type FinishProps = {
  readonly plan: InboundPlan;
  readonly view: DeskView;
  readonly packed: Packed;
};

/** From the bench to the packing step, and the papers that help on the way. */
export function Finish({ plan, view, packed }: FinishProps) {
  const t = useTranslations('pack-station.finish');
  const count = packed.boxes.filter(({ items }) => items.length > 0).length;
  const { left } = totalsOf(packed.balances);
  const size = weightUnitOf(plan) === 'LB' ? 'LETTER' : 'A4';
  return (
    <section aria-label={t('title')} className="flex flex-col items-start gap-2">
      <ActionForm action={takeBoxes} initial={NO_FORM_STATE} className="flex flex-col gap-2">
        <input type="hidden" name="planId" value={plan.id} />
        <input type="hidden" name="version" value={view.version} />
        {view.waiting > 0 ? (
          <p className="text-muted">{t('waits', { waiting: view.waiting })}</p>
        ) : (
          count > 0 && (
            <>
              <SubmitButton
                variant={left === 0 ? 'primary' : 'secondary'}
                size="large"
                pendingLabel={t('taking')}
              >
                {t('take', { count })}
              </SubmitButton>
              <p className="text-sm text-muted">{t('consequence')}</p>
            </>
          )
        )}
      </ActionForm>
      <LinkButton
        href={`/inbound/${plan.id}/papers/print?kind=bench-sheet&size=${size}`}
        size="small"
        newTab
      >
        {t('sheet')}
      </LinkButton>
    </section>
  );
}
