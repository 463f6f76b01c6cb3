import { useTranslations } from 'next-intl';
import Link from 'next/link';

import { Icon } from '../ui/icon.tsx';

export type RailStep = {
  readonly id: string;
  /** One or two words, 16 characters at most. */
  readonly label: string;
  readonly state: 'done' | 'current' | 'open' | 'locked';
  readonly href?: string;
  /** Why a locked step cannot be started yet. */
  readonly reason?: string;
  /** How far a step with several parts is: "2 of 3". */
  readonly count?: string;
};

type StepRailProps = { readonly label: string; readonly steps: readonly RailStep[] };

const LINE: Record<RailStep['state'], string> = {
  done: 'border-t-[3px] border-primary',
  current: 'border-t-[3px] border-mark',
  open: 'border-t-[3px] border-edge',
  locked: 'border-t-[3px] border-dotted border-edge',
};

/** The way of a plan from left to right: solid where it was gone, marked where one stands. */
export function StepRail({ label, steps }: StepRailProps) {
  return (
    <nav
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable
      tabIndex={0}
      className="no-print relative overflow-x-auto bg-surface shadow-lift [scrollbar-width:thin]"
    >
      <ol className="flex min-w-max">
        {steps.map((step, index) => (
          <li key={step.id} className="flex-1">
            <Step step={step} position={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

type StepProps = { readonly step: RailStep; readonly position: number };

function Step({ step, position }: StepProps) {
  const t = useTranslations('wizard');
  const { state, href, reason } = step;
  const look = `flex min-h-11 w-full items-center gap-1.5 px-3 text-sm whitespace-nowrap -outline-offset-4! ${LINE[state]}`;
  const content = (
    <>
      <Sign state={state} position={position} />
      <span className={state === 'current' ? 'font-semibold' : ''}>{step.label}</span>
      {step.count && <span className="text-xs text-muted">{step.count}</span>}
      <span className="sr-only">, {t(`state.${state}`)}</span>
    </>
  );
  if (state === 'locked' && reason) {
    const id = `why-${step.id}`;
    return (
      <>
        <button type="button" popoverTarget={id} className={`${look} text-muted hover:bg-hover`}>
          {content}
        </button>
        <div
          id={id}
          popover="auto"
          className="below-invoker m-auto max-w-80 rounded border border-line bg-raised p-3 shadow-lift"
        >
          <p className="font-semibold">{t('lockedTitle', { step: step.label })}</p>
          <p>{reason}</p>
        </div>
      </>
    );
  }
  if (!href) return <span className={`${look} text-muted`}>{content}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      {...(state === 'current' && { 'aria-current': 'step' as const })}
      className={`${look} hover:bg-hover`}
    >
      {content}
    </Link>
  );
}

type SignProps = { readonly state: RailStep['state']; readonly position: number };

function Sign({ state, position }: SignProps) {
  if (state === 'done') return <Icon name="check" className="size-3.5 text-success" />;
  if (state === 'locked') return <Icon name="lock" className="size-3.5" />;
  return (
    <span
      aria-hidden="true"
      className={`grid h-4 min-w-4 place-items-center rounded-sm px-1 text-xs font-semibold ${
        state === 'current' ? 'bg-mark text-on-mark' : 'bg-neutral-wash text-ink'
      }`}
    >
      {position}
    </span>
  );
}
