import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { classNames } from '../../../../../components/ui/class-names.ts';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import { isFreight, SMALL_PARCEL } from '#lib/inbound';
import { useModeText } from './mode-text.ts';
import type { ProposalView } from './proposal.ts';

type OwnCarriersProps = {
  readonly proposals: readonly ProposalView[];
  readonly chosen?: string;
  readonly onChoose: (id: string) => void;
};

const FEW = 8;

/** Carriers that the seller pays: the usual ones first, the hundreds of others found by name. */
export function OwnCarriers({ proposals, chosen, onChoose }: OwnCarriersProps) {
  const t = useTranslations('carrier');
  const modeText = useModeText();
  const isFreightRoad = proposals.some(({ mode }) => isFreight(mode));
  const isAlive = useHydrated();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const matches = ({ carrierName, code = '' }: ProposalView) =>
    carrierName.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted);
  const found = proposals.filter(matches).length;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{t('own')}</legend>
      <p className="mb-2 text-sm text-muted">{t(isFreightRoad ? 'ownHintFreight' : 'ownHint')}</p>
      {isAlive && proposals.length > FEW && (
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <input
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            // Enter here means "found it", not "ship".
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
            }}
            className={classNames(INPUT_STYLE, 'max-w-72')}
          />
          <output className="text-sm text-muted">{t('found', { count: found })}</output>
        </div>
      )}
      <div className="max-h-80 overflow-y-auto rounded border border-line bg-surface">
        {proposals.map((proposal) => (
          <label
            key={proposal.id}
            // Hidden rather than absent: a search must not undo the choice.
            hidden={wanted !== '' && !matches(proposal)}
            className="flex min-h-8 items-center gap-2.5 border-b border-line px-3 py-1 last:border-0 hover:bg-hover has-checked:bg-selected [&[hidden]]:hidden"
          >
            <input
              type="radio"
              name="proposalId"
              value={proposal.id}
              defaultChecked={proposal.id === chosen}
              onChange={() => onChoose(proposal.id)}
              className="size-4 shrink-0"
            />
            <span className="min-w-0 flex-1">
              {proposal.carrierName}
              {proposal.mode !== SMALL_PARCEL && (
                <span className="ms-2 text-sm text-muted">{modeText(proposal.mode)}</span>
              )}
            </span>
            {proposal.needsWindow && (
              <span className="text-sm text-muted">{t('needsWindowShort')}</span>
            )}
            {proposal.code && (
              <span className="w-14 text-end font-mono text-sm text-muted">{proposal.code}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
