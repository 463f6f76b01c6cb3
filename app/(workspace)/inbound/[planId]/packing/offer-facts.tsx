import { useTranslations } from 'next-intl';
import { Deadline } from '#components/ui/deadline';
import { type Definition, DefinitionList } from '#components/ui/definition-list';
import { MoneyText, WeightText } from '#components/ui/figures';
import { netFee, type PackingOffer } from '#lib/inbound';
import type { Instant } from '#lib/kernel';

type OfferFactsProps = {
  readonly offer: PackingOffer;
  readonly currency: string;
  readonly now: Instant;
  readonly timeZone: string;
};

/** What Amazon's packing option asks of the boxes, what it costs and how long it holds. */
export function OfferFacts({ offer, currency, now, timeZone }: OfferFactsProps) {
  const t = useTranslations('packing');
  const { min, max } = offer.boxWeight;
  const items: (Definition | undefined)[] = [
    offer.expiresAt === undefined
      ? undefined
      : {
          key: 'expires',
          term: t('offer.expires'),
          value: <Deadline at={offer.expiresAt} now={now} timeZone={timeZone} />,
        },
    { key: 'fee', term: t('offer.fee'), value: <MoneyText amount={netFee(offer, currency)} /> },
    min && { key: 'min', term: t('offer.lightest'), value: <WeightText value={min} both /> },
    max && { key: 'max', term: t('offer.heaviest'), value: <WeightText value={max} both /> },
  ];
  return <DefinitionList items={items.filter((item) => item !== undefined)} />;
}
