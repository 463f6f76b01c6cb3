import { openContext } from '#lib/context/server';
import { writeCsv } from '#lib/flat-files';
import { inboundReports } from '#lib/inbound/server';
import { minorPlaces, writeDecimal } from '#lib/kernel';
import { chosenStore } from '../../../listings/store.ts';

/** The figures of the reports, one kind of row after the other, for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const context = await openContext();
  const asked = new URL(request.url).searchParams.get('store') ?? undefined;
  const { store } = chosenStore(context, asked);
  const { lanes, centres, short } = await inboundReports(context, store.id);
  const rows = [
    ['forwarder', 'way', 'from', 'centre', 'shipments', 'units', 'kg', 'total', 'currency'],
    ...lanes.map((lane) => [
      lane.forwarder,
      lane.way,
      lane.fromCountry,
      lane.warehouseId,
      String(lane.shipments),
      String(lane.units),
      writeDecimal(lane.grams, 3),
      writeDecimal(lane.total.minor, minorPlaces(lane.total.currency)),
      lane.total.currency,
    ]),
    [],
    ['centre', 'shipments', 'fastest-days', 'median-days', 'slowest-days'],
    ...centres.map(({ warehouseId, ...days }) => [
      warehouseId,
      ...[days.shipments, days.fastest, days.median, days.slowest].map(String),
    ]),
    [],
    ['plan', 'units', 'short-units'],
    ...short.map(({ name, unitCount, shortUnits }) => [
      name,
      String(unitCount),
      String(shortUnits),
    ]),
  ];
  return new Response(`\u{feff}${writeCsv(rows)}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="inbound-reports.csv"',
      'cache-control': 'no-store',
    },
  });
}
