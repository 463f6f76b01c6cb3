import { useTranslations } from 'next-intl';

const KNOWN = [
  'GROUND_SMALL_PARCEL',
  'FREIGHT_LTL',
  'FREIGHT_FTL_PALLET',
  'FREIGHT_FTL_NONPALLET',
] as const;

/** Amazon's modes in words; one that is new is shown as Amazon calls it. */
export function useModeText(): (mode: string) => string {
  const t = useTranslations('carrier.modes');
  return (mode) => {
    const known = KNOWN.find((word) => word === mode);
    return known ? t(known) : mode;
  };
}
