import { type Address, problem, type Problem } from '#lib/kernel';

// R17: lengths of AddressInput (fulfillmentInbound 2024-03-20, checked 2026-11-23).
const LENGTHS: readonly {
  readonly field: keyof Address;
  readonly most: number;
  readonly needed: boolean;
}[] = [
  { field: 'name', most: 50, needed: true },
  { field: 'companyName', most: 50, needed: false },
  { field: 'addressLine1', most: 180, needed: true },
  { field: 'addressLine2', most: 60, needed: false },
  { field: 'city', most: 30, needed: true },
  { field: 'stateOrProvinceCode', most: 64, needed: false },
  { field: 'postalCode', most: 32, needed: true },
  { field: 'phoneNumber', most: 20, needed: true },
];

/** R17 and R18: what Amazon refuses about a ship-from address. */
export function checkAddress(address: Address): Problem[] {
  const problems = LENGTHS.map((limit) => checkField(address, limit));
  const country = /^[A-Z]{2}$/.test(address.countryCode)
    ? undefined
    : problem('address-country-needed', {}, 'address.countryCode');
  const unitedStates = address.countryCode === 'US' ? checkUnitedStates(address) : [];
  return [...problems, country, ...unitedStates].filter((found) => found !== undefined);
}

function checkField(address: Address, limit: (typeof LENGTHS)[number]): Problem | undefined {
  const { field, most, needed } = limit;
  const value = address[field] ?? '';
  const at = `address.${field}`;
  if (needed && value.trim() === '') return problem('address-field-needed', { field }, at);
  if (value.length <= most) return undefined;
  return problem('address-field-too-long', { field, most, length: value.length }, at);
}

function checkUnitedStates(address: Address): Problem[] {
  const problems: Problem[] = [];
  if (!/^[A-Z]{2}$/.test(address.stateOrProvinceCode ?? '')) {
    problems.push(problem('address-us-state', {}, 'address.stateOrProvinceCode'));
  }
  if (!/^\d{5}(-\d{4})?$/.test(address.postalCode)) {
    problems.push(problem('address-us-zip', {}, 'address.postalCode'));
  }
  return problems;
}
