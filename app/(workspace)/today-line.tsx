import { getTranslations } from 'next-intl/server';
import { Deadline } from '#components/ui/deadline';
import { LinkButton } from '#components/ui/link-button';
import { Status } from '#components/ui/status';
import { DateText } from '#components/ui/times';
import type { TodayPlan } from '#lib/inbound/server';
import { HOUR, type Instant, marketplaceById } from '#lib/kernel';

type TodayLineProps = {
  readonly plan: TodayPlan;
  readonly now: Instant;
  readonly kind: 'failed' | 'waiting' | 'draft' | 'short';
};

/** A deadline nearer than this is shown as pressing. */
const PRESSING = 48 * HOUR;

/** One plan, what it waits for, and the one thing to do about it. */
export async function TodayLine({ plan, now, kind }: TodayLineProps) {
  const t = await getTranslations();
  const timeZone = marketplaceById(plan.marketplaceId)?.timeZone ?? 'UTC';
  const step = kind === 'short' ? 'receiving' : plan.step;
  const name = plan.name === '' ? t('inbound.unnamed') : plan.name;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium break-words">{name}</p>
        <Reason plan={plan} kind={kind} timeZone={timeZone} />
      </div>
      {plan.dueAt !== undefined && (kind === 'failed' || kind === 'waiting') && (
        <Deadline at={plan.dueAt} now={now} timeZone={timeZone} urgentBelow={PRESSING} />
      )}
      <LinkButton href={`/inbound/${plan.id}/${step}`}>
        {kind === 'short' ? t('today.seeShortage') : t(`steps.${step}`)}
        <span className="sr-only">: {name}</span>
      </LinkButton>
    </li>
  );
}

type ReasonProps = Pick<TodayLineProps, 'plan' | 'kind'> & { readonly timeZone: string };

async function Reason({ plan, kind, timeZone }: ReasonProps) {
  const t = await getTranslations();
  if (kind === 'failed') {
    return (
      <Status tone="danger">
        {plan.failed ? t(`inbound.errands.${plan.failed}.failed`) : t('today.failedLine')}
      </Status>
    );
  }
  if (kind === 'short') {
    return <Status tone="warning">{t('today.shortLine', { units: plan.shortUnits })}</Status>;
  }
  return (
    <p className="text-sm text-muted">
      {kind === 'waiting'
        ? t('today.nextStep', { step: t(`steps.${plan.step}`) })
        : t('today.rests')}{' '}
      <DateText at={plan.updatedAt} timeZone={timeZone} />
    </p>
  );
}
