import { useTranslations } from 'next-intl';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { Code } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { type InboundPlan, lineKey, type Packed } from '#lib/inbound';
import type { DeskView } from './station-desk.ts';
import {
  type Balance,
  expectedNext,
  inOrderOfWork,
  lastPacked,
  lineOf,
  totalsOf,
} from './station-view.ts';

type LeftListProps = {
  readonly plan: InboundPlan;
  readonly view: DeskView;
  readonly packed: Packed;
};

/** What is left to pack, what is expected next on top. */
export function LeftList({ plan, view, packed }: LeftListProps) {
  const t = useTranslations('pack-station');
  const last = lastPacked(view.log, view.bench.station);
  const ordered = inOrderOfWork(packed.balances, { groupId: view.groupId, last });
  const next = expectedNext(ordered);
  const totals = totalsOf(ordered);
  return (
    <section aria-label={t('left.title')} className="flex flex-col gap-2">
      <h2 className="flex flex-wrap items-baseline gap-x-3 text-xl font-semibold">
        {t('left.title')}
        <span className="text-3xl tabular-nums">
          {t('count', { packed: totals.packed, expected: totals.expected })}
        </span>
      </h2>
      <ul className="max-h-[55vh] overflow-y-auto rounded border border-line bg-surface">
        {ordered.map((balance) => (
          <li
            key={`${balance.groupId} ${lineKey(balance)}`}
            aria-current={balance === next ? 'step' : undefined}
            className={classNames(
              'flex items-center gap-x-4 border-b border-line px-3 py-2 last:border-0',
              balance === next && 'bg-selected',
            )}
          >
            <span className="w-24 shrink-0 text-end text-2xl font-semibold whitespace-nowrap tabular-nums">
              {t('count', { packed: balance.packed, expected: balance.expected })}
            </span>
            <span className="min-w-0 flex-1">
              <Code>{balance.sku}</Code>
              {balance.expiry !== undefined && (
                <span className="ms-1.5 text-sm">{t('expiry', { date: balance.expiry })}</span>
              )}
              <span className="line-clamp-1">{lineOf(plan, balance)?.title}</span>
            </span>
            <BalanceState balance={balance} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BalanceState({ balance: { packed, expected } }: { readonly balance: Balance }) {
  const t = useTranslations('pack-station.left');
  const tone = packed > expected ? 'danger' : packed === expected ? 'success' : 'neutral';
  const name = packed > expected ? 'more' : packed === expected ? 'complete' : 'missing';
  return <Status tone={tone}>{t(name, { count: Math.abs(expected - packed) })}</Status>;
}
