import type { Simulator } from '../index.ts';

const BASE = 'https://shop.test/shop/';

export type ShopReply = {
  readonly status: number;
  readonly text: string;
  readonly at: string;
};

/** A browser without scripts: follows redirects, keeps cookies, fills forms in. */
export function browse(simulator: Simulator, sellerId: string, country = 'US') {
  const cookies = new Map<string, string>();
  const start = `${BASE}${sellerId}/${country}/`;
  const visit = async (url: string, body?: URLSearchParams): Promise<ShopReply> => {
    const response = await simulator.fetch(
      new Request(url, {
        method: body ? 'POST' : 'GET',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'accept-language': 'en',
        },
        ...(body ? { body } : {}),
      }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location !== null) return visit(new URL(location, url).href);
    return { status: response.status, text: await response.text(), at: url.slice(start.length) };
  };
  return {
    get: (page: string) => visit(new URL(page, start).href),
    post: (page: string, fields: Readonly<Record<string, string>>) =>
      visit(new URL(page, start).href, new URLSearchParams(fields)),
  };
}

export type Browser = ReturnType<typeof browse>;
export const TRAINER = { name: 'Trainer', email: 'trainer@example.com', password: 'practice-1' };

const ADDRESS = {
  name: 'Robin Sample',
  addressLine1: '12 Practice Lane',
  city: 'Madison',
  state: 'WI',
  postalCode: '53703',
  country: 'US',
  phone: '202-555-0142',
};

/** Orders something and gives back the order's number. */
export async function order(
  shop: Browser,
  sku: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await shop.post('cart-add', { sku, quantity: '1' });
  const form = await shop.get('checkout');
  const serial = /name="serial" value="(\d+)"/.exec(form.text)?.[1] ?? '';
  const placed = await shop.post('checkout', {
    ...ADDRESS,
    serial,
    payment: 'approved',
    speed: 'standard',
    ...fields,
  });
  return /\d{3}-\d{7}-\d{7}/.exec(placed.at)?.[0] ?? '';
}
