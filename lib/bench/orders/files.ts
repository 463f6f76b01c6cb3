import type { Context } from '#lib/context';
import { CLASSIC_FIELDS, writeTsv } from '#lib/flat-files';
import { dayOf, calendarOf } from '#lib/orders';
import { checkConfirmationFile, importOrders } from '#lib/orders/server';
import type { Shop } from './filled-shop.ts';
import { skuOf, SKUS } from './million-orders.ts';

type Print = (line: string) => void;

/** A store of its own, so that the lists' figures stay what they are. */
const CANADA = 'A2EUQ1WTGCTBG2';
const ROWS = 100_000;
const CHECK_MS = 3_000;
const IMPORT_MS = 20_000;
const AGAIN_MS = 5_000;

/** A report and a shipping confirmation of 100,000 rows each, as the verbs take them. */
export async function benchFiles(print: Print, { context }: Shop): Promise<void> {
  const { connection, db } = context;
  const inCanada: Context = {
    ...context,
    connection: { ...connection, marketplaceIds: [...connection.marketplaceIds, CANADA] },
  };
  const clear = () =>
    db.order.deleteMany({ where: { connectionId: connection.id, marketplaceId: CANADA } });
  await clear();
  print(
    `| a file of ${ROWS.toLocaleString('en')} rows | size | ms | rows/s | memory before | at its peak | wanted |`,
  );
  print('| :--- | ---: | ---: | ---: | ---: | ---: | :--- |');
  const report = unshippedReport(context.clock.now());
  const taking = () => importOrders(inCanada, { marketplaceId: CANADA, bytes: report });
  const first = await watched(taking);
  if (!first.value.ok || first.value.value.added !== ROWS) throw new Error('not all were taken in');
  print(lineOf('Unshipped Orders report, taken in', report, first, IMPORT_MS));
  const before = await fingerprint(context);
  const again = await watched(taking);
  if (!again.value.ok || again.value.value.unchanged !== ROWS)
    throw new Error('not all were known');
  if ((await fingerprint(context)) !== before) throw new Error('the same file changed something');
  print(lineOf('the same again, nothing changed', report, again, AGAIN_MS));
  const confirmation = confirmationFile(context.clock.now());
  const checked = await watched(() =>
    checkConfirmationFile(inCanada, { marketplaceId: CANADA, bytes: confirmation }),
  );
  if (!checked.value.ok || checked.value.value.ready !== ROWS)
    throw new Error('not all rows are ready');
  print(lineOf('shipping confirmation, checked', confirmation, checked, CHECK_MS));
  await clear();
}

type Watched<Value> = {
  readonly value: Value;
  readonly ms: number;
  readonly startMb: number;
  readonly peakMb: number;
};

/** Runs it and looks at the memory of the process every 20 ms. */
async function watched<Value>(work: () => Promise<Value>): Promise<Watched<Value>> {
  globalThis.gc?.();
  const startMb = megabytes();
  let peakMb = startMb;
  const look = setInterval(() => (peakMb = Math.max(peakMb, megabytes())), 20);
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  clearInterval(look);
  return { value, ms, startMb, peakMb: Math.max(peakMb, megabytes()) };
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

function lineOf(
  name: string,
  bytes: Uint8Array,
  { ms, startMb, peakMb }: Watched<unknown>,
  most: number,
): string {
  const rate = Math.round((ROWS / ms) * 1_000).toLocaleString('en');
  const wanted = ms < most ? `${(most / ms).toFixed(1)} x below` : `OVER ${most} ms`;
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
  return `| ${name} | ${size} | ${ms.toFixed(0)} | ${rate} | ${startMb} MB | ${peakMb} MB | ${wanted} |`;
}

async function fingerprint({ db, connection }: Context): Promise<string> {
  const [row] = await db.$queryRaw<{ readonly print: string }[]>`
    SELECT COUNT(*) || ' ' || SUM("version") || ' ' || MAX("updatedAt") || ' ' ||
      COUNT(*) FILTER (WHERE "isPartial") AS "print"
    FROM "Order" WHERE "connectionId" = ${connection.id} AND "marketplaceId" = ${CANADA}`;
  return row?.print ?? '';
}

const number = (row: number) => `702-${String(row).padStart(7, '0')}-7777777`;
const item = (row: number) => String(90_000_000_000_000 + row);

const REPORT_COLUMNS =
  'order-id order-item-id purchase-date payments-date reporting-date promise-date days-past-promise buyer-email buyer-name buyer-phone-number sku product-name quantity-purchased quantity-shipped quantity-to-ship ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country is-business-order purchase-order-number price-designation is-prime is-buyer-requested-cancellation'.split(
    ' ',
  );

function unshippedReport(now: number): Uint8Array {
  const time = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  const [bought, due] = [time(-12), time(36)];
  const rows = Array.from({ length: ROWS }, (_, row) => [
    number(row),
    item(row),
    bought,
    bought,
    bought,
    due,
    '-1',
    `buyer${row}@marketplace.amazon.ca`,
    `First${row % 100} Last${row % 2_000}`,
    '+1 202-555-0142',
    skuOf(row % SKUS),
    'A cup that somebody drinks from in the morning',
    '2',
    '0',
    '2',
    'Standard',
    `First${row % 100} Last${row % 2_000}`,
    `${row % 900} Practice Lane`,
    '',
    '',
    'Madison',
    'WI',
    '53703',
    'US',
    'false',
    '',
    '',
    row % 10 === 0 ? 'true' : 'false',
    'false',
  ]);
  return new TextEncoder().encode(writeTsv([REPORT_COLUMNS, ...rows]));
}

function confirmationFile(now: number): Uint8Array {
  const today = dayOf(now, calendarOf(CANADA));
  const rows = Array.from({ length: ROWS }, (_, row) => [
    number(row),
    item(row),
    '2',
    today,
    'UPS',
    '',
    upsNumber(row),
    'UPS Ground',
  ]);
  return new TextEncoder().encode(writeTsv([[...CLASSIC_FIELDS], ...rows]));
}

/** A number with UPS's check digit: every second digit counts twice. */
function upsNumber(row: number): string {
  const body = `5R8939${String(row).padStart(9, '0')}`;
  const sum = body.split('').reduce((total, sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10;
    return total + value * (at % 2 === 0 ? 1 : 2);
  }, 0);
  return `1Z${body}${(10 - (sum % 10)) % 10}`;
}
