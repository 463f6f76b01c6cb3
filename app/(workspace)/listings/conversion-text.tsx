import { useTranslations } from 'next-intl';
import { ProblemText } from '#components/problem-text';
import { Status } from '#components/ui/status';
import { isReadyForFba, isUnderWay, type Listing } from '#lib/listings';

type ConversionTextProps = {
  readonly listing: Listing;
  /** With why it was refused and how to mend that. */
  readonly full?: boolean;
};

/** Where a listing stands on its way to FBA or back, in words. */
export function ConversionText({ listing, full = false }: ConversionTextProps) {
  const t = useTranslations('listings');
  const { conversion } = listing;
  if (conversion && isUnderWay(conversion.state)) {
    return (
      <Status tone="info" icon="clock">
        {t(`states.${conversion.state}`)}
      </Status>
    );
  }
  if (conversion?.state === 'refused') {
    return (
      <Status tone="danger">
        {t('states.refused')}
        {full &&
          conversion.problems.map((problem) => (
            <span key={problem.code} className="block text-sm whitespace-normal">
              <ProblemText problem={problem} />
            </span>
          ))}
      </Status>
    );
  }
  if (listing.isParent) return <Status tone="neutral">{t('states.parent')}</Status>;
  if (isReadyForFba(listing)) return <Status tone="success">{t('states.ready')}</Status>;
  if (listing.channel === 'amazon') return <Status tone="warning">{t('states.noFnsku')}</Status>;
  return <Status tone="neutral">{t('states.merchant')}</Status>;
}
