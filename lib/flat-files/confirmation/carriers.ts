// Carrier codes of the shipping confirmation template, spelled as Amazon spells them (help page
// 641, US and SG, read 2026-11-23). The lists grow; a code is never refused for being new elsewhere.
const US =
  '4PX|A-1|AAA Cooper|ABF|Asendia|Best Buy|Blue Package|Canada Post|CEVA|China Post|Conway|DHL|DHL eCommerce|Estes|FedEx|Fedex Freight|FedEx SmartPost|First Mile|Hongkong Post|Hunter Logistics|India Post|JCEX|Lasership|Newgistics|Old Dominion|OnTrac|OSM|Pilot Freight|R+L|Roadrunner|Royal Mail|Saia|SF Express|SFC|StreamLite|UPS|UPS Freight|UPS Mail Innovations|Urban Express|USPS|XPO Freight|Yanwen|Yellow Freight|Yun Express|Other'.split(
    '|',
  );

const ELSEWHERE =
  'UPSMI|DHL Global Mail|Fastway|City Link|GLS|GO!|Hermes Logistik Gruppe|Parcelforce|TNT|Target|SagawaExpress|NipponExpress|YamatoTransport|Ninjavan|Qxpress|Singapore Post|Aramex|AFL/Fedex|BlueDart|Chronopost|DPD|DTDC|Delhivery|Deutsche Post|FEDEX_JP|First Flight|JP_EXPRESS|La Poste|NITTSU|Overnite Express|Parcelnet|Poste Italiane|Professional|SAGAWA|SDA|Smartmail|YAMATO|Yodel|WanbExpress|Chukou1|CNE|UBI Equick|Sunyou|YDH|BRT'.split(
    '|',
  );

export type Carriers = {
  readonly codes: readonly string[];
  /** Whether a code outside the list is certainly wrong. */
  readonly isComplete: boolean;
};

/** The codes of a store by its country; only the list of the United States is known whole. */
export function carriersOf(country: string): Carriers {
  return country === 'US'
    ? { codes: US, isComplete: true }
    : { codes: [...US, ...ELSEWHERE], isComplete: false };
}

export function isOther(code: string): boolean {
  return code.toLowerCase() === 'other';
}

/** The listed code that a name means, whatever its case, spaces and dashes. */
export function listedCarrier(carriers: Carriers, name: string): string | undefined {
  if (carriers.codes.includes(name)) return name;
  const key = keyOf(name);
  return key === '' ? undefined : carriers.codes.find((code) => keyOf(code) === key);
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9+!]/g, '');
}
