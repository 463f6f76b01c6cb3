import { useTranslations } from 'next-intl';
import { Deadline } from '#components/ui/deadline';
import { MoneyText } from '#components/ui/figures';
import { RadioCards } from '#components/ui/radio-cards';
import { DateTimeText } from '#components/ui/times';
import type { Instant, Problem } from '#lib/kernel';
import { SMALL_PARCEL } from '#lib/inbound';
import { useModeText } from './mode-text.ts';
import type { ProposalView } from './proposal.ts';

type PartneredCarriersProps = {
  readonly proposals: readonly ProposalView[];
  readonly lapsed: (proposal: ProposalView) => boolean;
  readonly now: Instant;
  readonly timeZone: string;
  readonly problems: readonly Problem[];
  readonly chosen?: string;
  readonly onChoose: (id: string) => void;
};

/** Amazon's partnered carriers, with what they ask and until when. */
export function PartneredCarriers(props: PartneredCarriersProps) {
  const { proposals, lapsed, now, timeZone, problems, chosen, onChoose } = props;
  const t = useTranslations('carrier');
  const modeText = useModeText();
  return (
    <RadioCards
      name="proposalId"
      legend={t('partnered')}
      hint={t('partneredHint')}
      problems={problems}
      columns
      onChoose={onChoose}
      {...(chosen !== undefined && { chosen })}
      options={proposals.map((proposal) => ({
        value: proposal.id,
        title: proposal.carrierName,
        figure: proposal.cost && <MoneyText amount={proposal.cost} />,
        detail: (
          <span className="mt-2 flex flex-col gap-2 text-ink">
            {proposal.mode !== SMALL_PARCEL && (
              <span className="block">{modeText(proposal.mode)}</span>
            )}
            {proposal.quoteExpiresAt !== undefined && (
              <span className="block">
                <span className="block text-muted">{t('quoteUntil')}</span>
                <Deadline at={proposal.quoteExpiresAt} now={now} timeZone={timeZone} />
              </span>
            )}
            <span className="block">
              {proposal.voidableUntil === undefined ? (
                t('voidOneDay')
              ) : (
                <>
                  {t('voidUntil')} <DateTimeText at={proposal.voidableUntil} timeZone={timeZone} />
                </>
              )}
            </span>
            {proposal.needsWindow && <span className="block">{t('needsWindow')}</span>}
          </span>
        ),
        ...(lapsed(proposal) && { unavailable: t('lapsed') }),
      }))}
    />
  );
}
