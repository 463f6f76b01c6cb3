import { z } from 'zod';
import { checkAddress } from '#lib/inbound';
import { type Address, ok, optional, refuse, type Result } from '#lib/kernel';

const text = z.string().trim().max(500).default('');

/** What the fields of an address send. */
export const AddressEntry = z.object({
  name: text,
  companyName: text,
  addressLine1: text,
  addressLine2: text,
  city: text,
  stateOrProvinceCode: text,
  postalCode: text,
  countryCode: text,
  phoneNumber: text,
  email: text,
});
type AddressEntry = z.infer<typeof AddressEntry>;

/** The address as entered, in Amazon's spelling, or what it lacks. */
export function readAddressEntry(entry: AddressEntry): Result<Address> {
  const address = addressOf(entry);
  const problems = checkAddress(address);
  return problems.length > 0 ? refuse(...problems) : ok(address);
}

function addressOf(entry: AddressEntry): Address {
  const given = (value: string) => (value === '' ? undefined : value);
  const country = entry.countryCode.toUpperCase();
  const state =
    country === 'US' ? entry.stateOrProvinceCode.toUpperCase() : entry.stateOrProvinceCode;
  return {
    name: entry.name,
    ...optional('companyName', given(entry.companyName)),
    addressLine1: entry.addressLine1,
    ...optional('addressLine2', given(entry.addressLine2)),
    city: entry.city,
    ...optional('stateOrProvinceCode', given(state)),
    postalCode: entry.postalCode,
    countryCode: country,
    phoneNumber: entry.phoneNumber,
    ...optional('email', given(entry.email)),
  };
}
