import type { Option } from '#components/ui/select';
import type { LengthUnit, TypedWeightUnit } from '#lib/kernel';

/** Symbols of units are the same in every language. */
export const LENGTH_UNITS: readonly (Option & { readonly value: LengthUnit })[] = [
  { value: 'IN', label: 'in' },
  { value: 'CM', label: 'cm' },
];

export const WEIGHT_UNITS: readonly (Option & { readonly value: TypedWeightUnit })[] = [
  { value: 'LB', label: 'lb' },
  { value: 'OZ', label: 'oz' },
  { value: 'KG', label: 'kg' },
  { value: 'G', label: 'g' },
];
