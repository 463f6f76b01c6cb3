'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Disclosure } from '#components/ui/disclosure';
import { RadioCards } from '#components/ui/radio-cards';
import { formatMoney } from '#lib/i18n';
import {
  CONTENT_METHODS,
  type ContentMethod,
  contentMethodOf,
  contentMethodsOn,
  type InboundPlan,
  manualFee,
  unitCount,
} from '#lib/inbound';
import { money, type Problem } from '#lib/kernel';

type MethodChoiceProps = {
  readonly plan: InboundPlan;
  readonly problems: readonly Problem[];
  readonly choose: (method: ContentMethod) => void;
};

/** How Amazon learns what is in the boxes, and what it takes where it counts the units itself. */
export function MethodChoice({ plan, problems, choose }: MethodChoiceProps) {
  const t = useTranslations('packing.method');
  const chosen = contentMethodOf(plan);
  // It stays as it was found while one chooses.
  const [isOpen] = useState(chosen !== 'BOX_CONTENT_PROVIDED');
  const fee = useManualFee(plan);
  const offered = contentMethodsOn(plan.packing?.offer);
  const isRefused = !offered.includes(chosen);
  if (offered.length < 2 && !isRefused) return undefined;
  return (
    <Disclosure
      summary={t('summary', { method: t(`titles.${chosen}`) })}
      open={isOpen || isRefused}
    >
      <RadioCards
        name="contentMethod"
        legend={t('legend')}
        legendHidden
        columns
        chosen={chosen}
        problems={problems}
        onChoose={(value) => {
          const method = CONTENT_METHODS.find((candidate) => candidate === value);
          if (method) choose(method);
        }}
        options={CONTENT_METHODS.map((value) => ({
          value,
          title: t(`titles.${value}`),
          ...(value === 'MANUAL_PROCESS' && fee && { figure: fee.total }),
          detail: (
            <>
              {t(`details.${value}`)}
              {value === 'MANUAL_PROCESS' && <> {fee?.rates ?? t('feeUnknown')}</>}
            </>
          ),
          ...(offered.includes(value) ? {} : { unavailable: t('notOffered') }),
        }))}
      />
    </Disclosure>
  );
}

function useManualFee(plan: InboundPlan) {
  const t = useTranslations('packing.method');
  const locale = useLocale();
  const fee = manualFee(plan.marketplaceId);
  if (!fee) return undefined;
  const units = unitCount(plan);
  const { perUnit, fromOctober } = fee;
  const low = formatMoney(locale, money(perUnit.minor * units, perUnit.currency));
  const high = formatMoney(locale, money(fromOctober.minor * units, fromOctober.currency));
  return {
    total: low === high ? low : `${low} – ${high}`,
    rates: t('rates', {
      seasonal: perUnit.minor === fromOctober.minor ? 'no' : 'yes',
      perUnit: formatMoney(locale, perUnit),
      fromOctober: formatMoney(locale, fromOctober),
      units,
    }),
  };
}
