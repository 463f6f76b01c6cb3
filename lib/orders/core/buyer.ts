/** Who bought, and where it goes: personal data, sealed wherever it rests. */
export type Buyer = {
  readonly name?: string;
  readonly email?: string;
  readonly companyName?: string;
  readonly purchaseOrderNumber?: string;
  readonly address?: BuyerAddress;
  readonly deliveryInstruction?: string;
  readonly dropOffLocation?: string;
  readonly giftMessages?: readonly string[];
};

export type BuyerAddress = {
  readonly name?: string;
  readonly companyName?: string;
  readonly lines: readonly string[];
  readonly city?: string;
  readonly district?: string;
  readonly stateOrRegion?: string;
  readonly postalCode?: string;
  readonly countryCode?: string;
  readonly phone?: string;
  readonly isCommercial?: boolean;
};

/** Why a buyer is shown or not. */
export type BuyerState = 'sealed' | 'not-told' | 'role-missing' | 'purged';

/** The address as a carrier's form takes it, line by line. */
export function addressLines(address: BuyerAddress): readonly string[] {
  const { name, companyName, lines, city, district, stateOrRegion, postalCode, countryCode } =
    address;
  const town = [city, district, stateOrRegion, postalCode].filter(isFilled).join(' ');
  return [name, companyName, ...lines, town, countryCode].filter(isFilled);
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}

/** The words by which a buyer can be looked for. */
export function searchWords({ name, address }: Buyer): readonly string[] {
  const words = [name, address?.name].filter(isFilled).flatMap(wordsOf);
  return [...new Set(words)];
}

export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
