import { useLocale } from 'next-intl';

import {
  formatDimensions,
  formatDimensionsConverted,
  formatMoney,
  formatNumber,
  formatWeight,
  formatWeightConverted,
} from '#lib/i18n';
import type { Dimensions, Money, Weight } from '#lib/kernel';

type QuantityProps = { readonly value: number };

export function Quantity({ value }: QuantityProps) {
  return <>{formatNumber(useLocale(), value)}</>;
}

type MoneyProps = { readonly amount: Money };

export function MoneyText({ amount }: MoneyProps) {
  return <span className="whitespace-nowrap">{formatMoney(useLocale(), amount)}</span>;
}

type MeasureProps<Measure> = {
  readonly value: Measure;
  /** Adds the same in the other system, quieter. */
  readonly both?: boolean;
};

export function WeightText({ value, both = false }: MeasureProps<Weight>) {
  const locale = useLocale();
  return (
    <Measure
      first={formatWeight(locale, value)}
      second={both && formatWeightConverted(locale, value)}
    />
  );
}

export function DimensionsText({ value, both = false }: MeasureProps<Dimensions>) {
  const locale = useLocale();
  return (
    <Measure
      first={formatDimensions(locale, value)}
      second={both && formatDimensionsConverted(locale, value)}
    />
  );
}

type PairProps = { readonly first: string; readonly second: string | false };

function Measure({ first, second }: PairProps) {
  return (
    <span className="whitespace-nowrap">
      {first}
      {second && <span className="ms-1.5 text-sm text-muted">({second})</span>}
    </span>
  );
}

type CodeProps = { readonly children: string };

/** A SKU, FNSKU, shipment or tracking number: zeros told from letters, copied as a whole. */
export function Code({ children }: CodeProps) {
  return <span className="font-mono text-sm select-all">{children}</span>;
}
