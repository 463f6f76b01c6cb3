// Formats and check digits of tracking numbers, from the public tracking-number data and from
// carriers' pages (read 2026-11-23). A carrier that is not here cannot be checked.
type Format = { readonly shape: RegExp; readonly check?: (number: string) => boolean };

const S10: Format = { shape: /^[A-Z]{2}\d{9}[A-Z]{2}$/, check: isS10 };

const FORMATS: Readonly<Record<string, readonly Format[]>> = {
  UPS: [{ shape: /^1Z[A-Z0-9]{16}$/, check: isUps }, { shape: /^[AHJKTV]\d{10}$/ }],
  FedEx: [
    { shape: /^\d{12}$/, check: isFedExExpress },
    { shape: /^\d{15}$/, check: (number) => isMod10(number, 1) },
    { shape: /^96\d{20}$/, check: (number) => isMod10(number.slice(-15), 1) },
    { shape: /^00\d{16}$/ },
    { shape: /^\d{34}$/ },
  ],
  USPS: [
    {
      shape: /^(?:420\d{5}(?:\d{4})?)?9[1-5]\d{20}$/,
      check: (number) => isMod10(number.slice(-22), 1),
    },
    { shape: /^\d{20}$/, check: (number) => isMod10(number, 1) },
    S10,
  ],
  DHL: [{ shape: /^\d{10,11}$/, check: isMod7 }, { shape: /^J[A-Z]{2,3}\d{9,10}$/ }],
  'DHL eCommerce': [{ shape: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)\d{10,39}$/ }],
  'Yun Express': [{ shape: /^YT\d{16}$/ }],
  'Royal Mail': [S10],
  'China Post': [S10],
  'Hongkong Post': [S10],
  'India Post': [S10],
  YAMATO: [{ shape: /^\d{12}$/, check: isMod7 }],
  YamatoTransport: [{ shape: /^\d{12}$/, check: isMod7 }],
  SAGAWA: [{ shape: /^\d{12}$/, check: isMod7 }],
  SagawaExpress: [{ shape: /^\d{12}$/, check: isMod7 }],
};

/** Whether a number can be one of the carrier's; undefined where nothing is known of its numbers. */
export function fitsCarrier(carrier: string, number: string): boolean | undefined {
  const formats = Object.hasOwn(FORMATS, carrier) ? FORMATS[carrier] : undefined;
  return formats?.some(({ shape, check }) => {
    const plain = plainNumber(number);
    return shape.test(plain) && (check?.(plain) ?? true);
  });
}

/** The carriers whose numbers look like this one: to be offered, never to be assumed. */
export function carriersFitting(number: string): readonly string[] {
  return Object.keys(FORMATS).filter((carrier) => fitsCarrier(carrier, number));
}

function plainNumber(number: string): string {
  return number.replace(/[\s-]/g, '').toUpperCase();
}

function digitsOf(number: string): readonly number[] {
  return number.split('').map(Number);
}

/** Weights 3 and 1 in turn from the digit before the last, which makes the sum come out even. */
function isMod10(number: string, lastWeight: number): boolean {
  const sum = digitsOf(number)
    .toReversed()
    .reduce((total, digit, at) => total + digit * (at % 2 === 0 ? lastWeight : 3), 0);
  return sum % 10 === 0;
}

function isUps(number: string): boolean {
  const values = number
    .slice(2)
    .split('')
    .map((sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10));
  const sum = values
    .slice(0, -1)
    .reduce((total, value, at) => total + value * (at % 2 === 0 ? 1 : 2), 0);
  return (10 - (sum % 10)) % 10 === values.at(-1);
}

function isFedExExpress(number: string): boolean {
  const digits = digitsOf(number);
  const weights = [3, 1, 7] as const;
  const sum = digits
    .slice(0, -1)
    .reduce((total, digit, at) => total + digit * (weights[at % 3] ?? 0), 0);
  return (sum % 11) % 10 === digits.at(-1);
}

function isMod7(number: string): boolean {
  return Number(number.slice(0, -1)) % 7 === Number(number.slice(-1));
}

function isS10(number: string): boolean {
  const digits = digitsOf(number.slice(2, 11));
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, at) => total + weight * (digits[at] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  return (check === 10 ? 0 : check === 11 ? 5 : check) === digits[8];
}
