/** A postal address in Amazon's parts (AddressInput, fulfillmentInbound 2024-03-20). */
export type Address = {
  readonly name: string;
  readonly companyName?: string;
  readonly addressLine1: string;
  readonly addressLine2?: string;
  readonly city: string;
  readonly stateOrProvinceCode?: string;
  readonly postalCode: string;
  readonly countryCode: string;
  readonly phoneNumber: string;
  readonly email?: string;
};
