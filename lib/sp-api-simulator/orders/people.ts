import type { Turn } from '../turn.ts';
import type { Buyer } from './entities.ts';

type Country = {
  readonly first: readonly [string, ...string[]];
  readonly last: readonly [string, ...string[]];
  readonly towns: readonly [Town, ...Town[]];
  readonly street: (house: number) => string;
  readonly phone: (digits: string) => string;
  readonly familyFirst?: boolean;
};
type Town = readonly [city: string, postalCode: string, state?: string];

const ENGLISH_FIRST = ['Avery', 'Jordan', 'Casey', 'Morgan', 'Riley', 'Taylor', 'Quinn'] as const;
const ENGLISH_LAST = ['Sample', 'Example', 'Placeholder', 'Practice', 'Invented'] as const;
const GERMAN_FIRST = ['Mika', 'Luca', 'Kim', 'Robin', 'Sascha', 'Jürgen', 'Käthe'] as const;
const GERMAN_LAST = ['Muster', 'Beispiel', 'Übungsmann', 'Probe', 'Größer'] as const;
const lane = (house: number) => `${house} Practice Lane`;

// People who do not exist, in towns that do. Telephone numbers are from the ranges kept for fiction
// where a country has one (NANP, Ofcom, Bundesnetzagentur, ARCEP, ACMA), else they begin with zeros.
const COUNTRIES: Readonly<Record<string, Country>> = {
  US: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [
      ['Springfield', '62701', 'IL'],
      ['Madison', '53703', 'WI'],
      ['Portland', '97201', 'OR'],
      ['Austin', '78701', 'TX'],
      ['Burlington', '05401', 'VT'],
      ['Honolulu', '96813', 'HI'],
    ],
    street: lane,
    phone: (digits) => `+1 202-555-01${digits.slice(-2)}`,
  },
  CA: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [
      ['Halifax', 'B3J 1S9', 'NS'],
      ['Québec', 'G1R 4P5', 'QC'],
      ['Calgary', 'T2P 1J9', 'AB'],
    ],
    street: lane,
    phone: (digits) => `+1 613-555-01${digits.slice(-2)}`,
  },
  MX: {
    first: ['Guadalupe', 'Ángel', 'Trinidad', 'Reyes'],
    last: ['Ejemplo', 'Práctica', 'Muestra'],
    towns: [
      ['Puebla', '72000', 'PUE'],
      ['Mérida', '97000', 'YUC'],
    ],
    street: (house) => `Calle Ejemplo ${house}`,
    phone: (digits) => `+52 000 00${digits}`,
  },
  GB: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [
      ['York', 'YO1 7HH'],
      ['Bath', 'BA1 1LZ'],
      ['Cardiff', 'CF10 1EP'],
      ['St. Peter Port', 'GY1 1AA'],
    ],
    street: lane,
    phone: (digits) => `+44 1632 960${digits.slice(-3)}`,
  },
  IE: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [['Galway', 'H91 AX7C', 'Co. Galway']],
    street: lane,
    phone: (digits) => `+353 20 91${digits.slice(-5)}`,
  },
  DE: {
    first: GERMAN_FIRST,
    last: GERMAN_LAST,
    towns: [
      ['Köln', '50667'],
      ['Görlitz', '02826'],
      ['Überlingen', '88662'],
      ['Kiel', '24103'],
    ],
    street: (house) => `Musterstraße ${house}`,
    phone: (digits) => `+49 30 23125${digits.slice(-3)}`,
  },
  AT: {
    first: GERMAN_FIRST,
    last: GERMAN_LAST,
    towns: [
      ['Graz', '8010'],
      ['Mörbisch am See', '7072'],
    ],
    street: (house) => `Beispielgasse ${house}/2`,
    phone: (digits) => `+43 000 00${digits}`,
  },
  FR: {
    first: ['Camille', 'Dominique', 'Maël', 'Zoé'],
    last: ['Exemple', 'Modèle', 'Lessai'],
    towns: [
      ['Besançon', '25000'],
      ['Nîmes', '30000'],
      ['Ajaccio', '20000'],
    ],
    street: (house) => `${house} rue de l’Exemple`,
    phone: (digits) => `+33 1 99 00 ${digits.slice(-4, -2)} ${digits.slice(-2)}`,
  },
  BE: {
    first: ['Camille', 'Noa', 'Robin'],
    last: ['Voorbeeld', 'Exemple'],
    towns: [
      ['Liège', '4000'],
      ['Gent', '9000'],
    ],
    street: (house) => `Voorbeeldstraat ${house} bus 3`,
    phone: (digits) => `+32 000 0${digits}`,
  },
  IT: {
    first: ['Andrea', 'Celeste', 'Nicolò'],
    last: ['Esempio', 'Prova'],
    towns: [
      ['Forlì', '47121', 'FC'],
      ['Cagliari', '09124', 'CA'],
    ],
    street: (house) => `Via Esempio ${house}`,
    phone: (digits) => `+39 000 00${digits}`,
  },
  ES: {
    first: ['Cruz', 'Íñigo', 'Rosario'],
    last: ['Ejemplo', 'Muestra'],
    towns: [
      ['Logroño', '26001', 'La Rioja'],
      ['Palma', '07001', 'Illes Balears'],
    ],
    street: (house) => `Calle del Ejemplo ${house}, 2º B`,
    phone: (digits) => `+34 000 0${digits}`,
  },
  PT: {
    first: ['Ariel', 'Zélia'],
    last: ['Exemplo', 'Prática'],
    towns: [['Évora', '7000-503']],
    street: (house) => `Rua do Exemplo ${house}`,
    phone: (digits) => `+351 000 0${digits}`,
  },
  NL: {
    first: ['Robin', 'Sjoerd', 'Noa'],
    last: ['Voorbeeld', 'van der Proef'],
    towns: [
      ['Den Haag', '2511 CV'],
      ['Groningen', '9711 LM'],
    ],
    street: (house) => `Voorbeeldstraat ${house}`,
    phone: (digits) => `+31 000 0${digits}`,
  },
  SE: {
    first: ['Kim', 'Åsa', 'Björn'],
    last: ['Exempel', 'Övning'],
    towns: [
      ['Malmö', '211 22'],
      ['Luleå', '972 38'],
    ],
    street: (house) => `Exempelgatan ${house}`,
    phone: (digits) => `+46 8 465 00${digits.slice(-3)}`,
  },
  PL: {
    first: ['Sasza', 'Łucja', 'Świętosława'],
    last: ['Przykład', 'Próba'],
    towns: [
      ['Łódź', '90-001'],
      ['Gdańsk', '80-001'],
    ],
    street: (house) => `ul. Przykładowa ${house}`,
    phone: (digits) => `+48 000 0${digits}`,
  },
  JP: {
    first: ['薫', '千秋', '真琴', '忍'],
    last: ['見本', '練習', '例田'],
    towns: [
      ['那覇市', '900-0015', '沖縄県'],
      ['札幌市中央区', '060-0001', '北海道'],
      ['京都市中京区', '604-8101', '京都府'],
    ],
    street: (house) => `見本町${house}-1 練習ビル3階`,
    phone: (digits) => `000-0000-${digits.slice(-4)}`,
    familyFirst: true,
  },
  AU: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [
      ['Hobart', '7000', 'TAS'],
      ['Darwin', '0800', 'NT'],
    ],
    street: lane,
    phone: (digits) => `+61 2 5550 ${digits.slice(-4)}`,
  },
  NZ: {
    first: ENGLISH_FIRST,
    last: ENGLISH_LAST,
    towns: [['Nelson', '7010']],
    street: lane,
    phone: (digits) => `+64 000 0${digits}`,
  },
};

/** Where else a store delivers to; one order in eight goes there. */
const ABROAD: Readonly<Record<string, readonly [string, ...string[]]>> = {
  US: ['CA'],
  CA: ['US'],
  GB: ['IE'],
  DE: ['AT', 'BE', 'NL'],
  FR: ['BE'],
  ES: ['PT'],
  NL: ['BE'],
  AU: ['NZ'],
};

/** The countries that a store delivers to, its own first. */
export function deliversTo(store: string): readonly string[] {
  return [store, ...(ABROAD[store] ?? [])];
}

/** Somebody who buys in a store: a name, an address and, for a business, what its books need. */
export function buyerOf(turn: Turn, name: string, store: string, business: boolean): Buyer {
  const { dice } = turn;
  const abroad = ABROAD[store];
  const code =
    abroad && dice.fraction('abroad', name) < 1 / 8 ? dice.pick(abroad, 'to', name) : store;
  const country = COUNTRIES[code] ?? COUNTRIES['US'];
  if (!country) throw new Error(`nobody lives in ${code}`);
  const [first, last] = [
    dice.pick(country.first, 'first', name),
    dice.pick(country.last, 'last', name),
  ];
  const [city, postalCode, state] = dice.pick(country.towns, 'town', name);
  const digits = String(dice.between(0, 999_999, 'phone', name)).padStart(6, '0');
  return {
    name: country.familyFirst === true ? `${last} ${first}` : `${first} ${last}`,
    email: `${dice.hex('buyer', name).slice(0, 14)}@marketplace.amazon.example`,
    addressLine1: country.street(dice.between(1, 999, 'street', name)),
    city,
    ...(state ? { state } : {}),
    postalCode,
    country: code,
    phone: country.phone(digits),
    ...(business
      ? {
          company: `${last} Practice Supplies`,
          purchaseOrder: `PO-${dice.between(10_000, 99_999, 'purchase order', name)}`,
        }
      : {}),
  };
}
