import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Icon, type IconName } from '#components/ui/icon';
import { Select } from '#components/ui/select';
import type { InboundPlan } from '#lib/inbound';
import type { DeskView, Link as ServerLink } from './station-desk.ts';
import { otherBenches } from './station-view.ts';

type BenchBarProps = {
  readonly plan: InboundPlan;
  readonly view: DeskView;
  readonly choose: (groupId: string | undefined) => void;
};

/** Where one is, whether what was scanned has arrived, and the way out. */
export function BenchBar({ plan, view, choose }: BenchBarProps) {
  const t = useTranslations('pack-station');
  const groups = plan.packing?.groups ?? [];
  const others = otherBenches(view.log, view.bench.station);
  return (
    <header className="on-bar sticky top-0 z-20 flex flex-wrap items-center gap-x-4 gap-y-1 bg-bar px-3 py-1.5 text-on-bar">
      <Link href={`/inbound/${plan.id}/packing`} className="inline-flex min-h-8 items-center gap-1">
        <Icon name="arrow" className="rotate-180" />
        {t('back')}
      </Link>
      <span className="min-w-0 truncate text-lg font-semibold">{plan.name}</span>
      <LinkState view={view} />
      <span className="text-on-bar-muted">
        {t('bench', { station: view.bench.station })}
        {others > 0 && ` · ${t('others', { count: others })}`}
      </span>
      <span className="ms-auto flex items-center gap-2">
        {groups.length > 1 && (
          <span className="w-44 text-ink">
            <Select
              name="group"
              label={t('group')}
              labelHidden
              value={view.groupId ?? ''}
              onChange={({ target }) => choose(target.value === '' ? undefined : target.value)}
              options={[
                { value: '', label: t('allGroups') },
                ...groups.map(({ id }, at) => ({
                  value: id,
                  label: t('groupNamed', { number: at + 1 }),
                })),
              ]}
            />
          </span>
        )}
        <button
          type="button"
          onClick={() => void fillScreen()}
          className="hidden min-h-8 rounded px-2 hover:bg-bar-hover sm:block"
        >
          {t('fullScreen')}
        </button>
      </span>
    </header>
  );
}

const SIGN: Record<ServerLink, IconName> = {
  opening: 'pending',
  taken: 'check',
  refused: 'blocked',
  'signed-out': 'lock',
  unreachable: 'alert',
};

/** Always in words: whether everything that was scanned here is with the server. */
function LinkState({ view: { link, waiting } }: { readonly view: DeskView }) {
  const t = useTranslations('pack-station.link');
  return (
    <output className="inline-flex items-center gap-1.5 font-medium">
      <Icon name={SIGN[link]} />
      {t(link)}
      {waiting > 0 && (
        <span className="rounded-sm bg-mark px-1.5 text-on-mark">{t('waiting', { waiting })}</span>
      )}
    </output>
  );
}

async function fillScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.documentElement.requestFullscreen();
}
