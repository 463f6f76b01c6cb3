import { useTranslations } from 'next-intl';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { ProblemText } from '#components/problem-text';
import { Button } from '#components/ui/button';
import { type InboundPlan, type ItemCode, PACK_COMMANDS, type Packed } from '#lib/inbound';
import { problem } from '#lib/kernel';
import { NotedText } from './noted-text.tsx';
import type { DeskView } from './station-desk.ts';
import { expectedNext, inOrderOfWork, lastPacked, lineOf, totalsOf } from './station-view.ts';
import { TeachForm } from './teach-form.tsx';

type SignalPanelProps = {
  readonly plan: InboundPlan;
  readonly view: DeskView;
  readonly packed: Packed;
  readonly take: (code: string) => void;
  readonly teach: (item: ItemCode) => void;
};

const LOOK = {
  calm: 'border-line bg-surface',
  right: 'border-success bg-success-wash',
  noted: 'border-info bg-info-wash',
  full: 'border-warning bg-warning-wash',
  wrong: 'border-danger bg-danger text-on-danger',
} as const;

/** What the last scan did, to be read from two metres away, and what comes next. */
export function SignalPanel(props: SignalPanelProps) {
  const { view, take } = props;
  const t = useTranslations('pack-station');
  const { bench, last, closed, refused } = view;
  const stop = closed ?? bench.blockedBy;
  const kind = stop && last?.signal !== 'full' ? 'wrong' : (last?.signal ?? 'calm');
  return (
    <section
      aria-label={t('signal')}
      data-signal={kind}
      className={classNames(
        'flex min-h-56 flex-col justify-center gap-3 rounded-lg border-4 p-4 lg:min-h-[42vh] lg:p-6',
        LOOK[kind],
      )}
    >
      {stop ? (
        <div role="alert" className="flex flex-col items-start gap-3">
          <p className="text-4xl font-bold lg:text-5xl">
            {t(closed ? 'stop.closed' : kind === 'full' ? 'stop.full' : 'stop.wrong')}
          </p>
          {last && !closed && <p className="font-mono text-xl break-all">{last.code}</p>}
          <p className="text-xl lg:text-2xl">
            <ProblemText problem={stop} />
          </p>
          {!closed && (
            <>
              <Button
                size="large"
                className="min-h-14 text-xl"
                onClick={() => take(PACK_COMMANDS.undo)}
              >
                {t('putAside')}
              </Button>
              {stop.code === 'bench-code-unknown' && (
                <TeachForm code={String(stop.facts['text'] ?? '')} {...props} />
              )}
            </>
          )}
        </div>
      ) : (
        <LastText {...props} />
      )}
      {refused.length > 0 && (
        <p className="text-lg font-semibold">
          <ProblemText problem={refused[0] ?? problem('unexpected-failure')} />
        </p>
      )}
    </section>
  );
}

function LastText({ plan, view, packed }: SignalPanelProps) {
  const t = useTranslations('pack-station');
  const { bench, last, log, groupId } = view;
  const item = last?.deeds.find((deed) => deed.kind === 'packed');
  const balance =
    item && packed.balances.find((one) => one.sku === item.sku && one.expiry === item.expiry);
  const before = lastPacked(log, bench.station);
  const next = expectedNext(inOrderOfWork(packed.balances, { groupId, last: before }));
  const { left, surplus } = totalsOf(packed.balances);
  return (
    <>
      <output className="flex flex-col gap-1">
        {item && balance ? (
          <>
            <p className="text-6xl leading-none font-bold tabular-nums lg:text-8xl">
              {t('count', { packed: balance.packed, expected: balance.expected })}
            </p>
            <p className="font-mono text-3xl font-semibold break-all lg:text-4xl">
              {item.sku}
              {item.units > 1 && <span className="ms-3">{t('times', { times: item.units })}</span>}
            </p>
            <p className="line-clamp-2 text-xl">{lineOf(plan, item)?.title}</p>
            {item.expiry !== undefined && (
              <p className="text-2xl font-semibold">{t('expiry', { date: item.expiry })}</p>
            )}
          </>
        ) : (
          <NotedText view={view} boxes={packed.boxes} />
        )}
      </output>
      {bench.times > 1 && (
        <p className="text-3xl font-bold">{t('timesNext', { times: bench.times })}</p>
      )}
      <p className="text-xl lg:text-2xl">
        {left === 0
          ? t(surplus > 0 ? 'allPackedButMore' : 'allPacked', { count: surplus })
          : next && t('next', { sku: next.sku, left: next.expected - next.packed })}
      </p>
    </>
  );
}
