import { useTranslations } from 'next-intl';
import { RadioCards } from '#components/ui/radio-cards';
import type { Problem } from '#lib/kernel';

type RoadChoiceProps = { readonly isLater: boolean; readonly problems: readonly Problem[] };

/** Boxes before the placement or after it, and what that means for the rest of the way. */
export function RoadChoice({ isLater, problems }: RoadChoiceProps) {
  const t = useTranslations('plan');
  return (
    <div id="f-packsLater" tabIndex={-1}>
      <RadioCards
        name="road"
        legend={t('road')}
        columns
        chosen={isLater ? 'later' : 'first'}
        problems={problems.map((found) =>
          found.at === 'packsLater' ? { ...found, at: 'road' } : found,
        )}
        options={[
          { value: 'first', title: t('roads.first'), detail: t('roads.firstText') },
          { value: 'later', title: t('roads.later'), detail: t('roads.laterText') },
        ]}
      />
    </div>
  );
}
