import { openContext } from '#lib/context/server';
import { writeCsv } from '#lib/flat-files';
import { planCosts } from '#lib/inbound/server';
import { minorPlaces, type Money, writeDecimal } from '#lib/kernel';

type ExportParams = { readonly params: Promise<{ readonly planId: string }> };

/** What each SKU of each shipment bears, for a spreadsheet. */
export async function GET(_: Request, { params }: ExportParams): Promise<Response> {
  const { planId } = await params;
  const costs = await planCosts(await openContext(), planId);
  if (!costs.ok) return new Response(null, { status: 404 });
  const { currency, shipments } = costs.value;
  const amount = ({ minor }: Money) => writeDecimal(minor, minorPlaces(currency));
  const rows = shipments.flatMap(({ shipment, bill, sheet }) =>
    bill && sheet?.ok
      ? sheet.value.lines.map(({ sku, units, parts, total, perUnit }) => [
          shipment.confirmationId ?? shipment.id,
          shipment.warehouseId ?? '',
          bill.forwarder,
          sku,
          String(units),
          ...KINDS.map((kind) =>
            writeDecimal(
              parts.reduce(
                (sum, part, at) => (bill.charges[at]?.kind === kind ? sum + part.minor : sum),
                0,
              ),
              minorPlaces(currency),
            ),
          ),
          amount(total),
          perUnit === undefined ? '' : writeDecimal(perUnit, minorPlaces(currency) + 4),
          currency,
        ])
      : [],
  );
  return new Response(`\u{feff}${writeCsv([HEADERS, ...rows])}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="first-leg-costs.csv"',
      'cache-control': 'no-store',
    },
  });
}

const KINDS = ['freight', 'duty', 'fees'] as const;
const HEADERS = [
  'shipment',
  'centre',
  'forwarder',
  'sku',
  'units',
  ...KINDS,
  'total',
  'per-unit',
  'currency',
];
