import type { Address } from '#lib/kernel';

/** An address in one line. */
export function addressText(address: Address): string {
  const { companyName, addressLine1, addressLine2, city, stateOrProvinceCode } = address;
  const region = [stateOrProvinceCode, address.postalCode].filter(Boolean).join(' ');
  return [companyName, addressLine1, addressLine2, city, region, address.countryCode]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
