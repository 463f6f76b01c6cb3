import { z } from 'zod';

import { accepted, type Answer, badRequest, notFound } from '../answer.ts';
import { type Call, handler, list, whole, word } from '../call.ts';
import { keepFile, LABEL_URL_MS, presign } from '../presign.ts';
import type { Turn } from '../turn.ts';
import type { Shipment } from './entities.ts';
import { awaitPickup, moveTo } from './journey.ts';
import { boxIdsOf } from './wire.ts';

const PAGE_TYPES = [
  'PackageLabel_Letter_2',
  'PackageLabel_Letter_4',
  'PackageLabel_Letter_6',
  'PackageLabel_Letter_6_CarrierLeft',
  'PackageLabel_A4_2',
  'PackageLabel_A4_4',
  'PackageLabel_Plain_Paper',
  'PackageLabel_Plain_Paper_CarrierBottom',
  'PackageLabel_Thermal',
  'PackageLabel_Thermal_Unified',
  'PackageLabel_Thermal_NonPCP',
  'PackageLabel_Thermal_No_Carrier_Rotation',
] as const;
type PageType = (typeof PAGE_TYPES)[number];

const GetLabels = z.object({
  PageType: word(PAGE_TYPES),
  // DEFAULT stands in no model but is what everybody sends (#4073).
  LabelType: word(['BARCODE_2D', 'UNIQUE', 'PALLET', 'DEFAULT']),
  NumberOfPackages: whole(1, 100_000).optional(),
  PackageLabelsToPrint: list(999).optional(),
  NumberOfPallets: whole(1, 1000).optional(),
  PageSize: whole(1, 1000).optional(),
  PageStartIndex: whole(0, 100_000).optional(),
});
type LabelsQuery = z.infer<typeof GetLabels>;

const getLabels = handler('inbound-v0', 'getLabels', { query: GetLabels }, (turn, call) => {
  const shipment = shipmentOf(turn, call.seller.id, call.parameters['shipmentId'] ?? '');
  if (!shipment) return notFound('The shipment was not found.');
  if (shipment.status === 'CANCELLED' || shipment.status === 'DELETED')
    return badRequest('inbound-v0', `Shipment ${call.parameters['shipmentId']} is cancelled.`);
  if (!shipment.transport)
    return badRequest('inbound-v0', 'Labels are available after transportation is confirmed.');
  const wrong = refuseLayout(shipment, call.query);
  if (wrong) return wrong;
  return print(turn, call, shipment);
});

const getBillOfLading = handler('inbound-v0', 'getBillOfLading', {}, (turn, call) => {
  const { seller, parameters, origin } = call;
  const shipment = shipmentOf(turn, seller.id, parameters['shipmentId'] ?? '');
  if (!shipment) return notFound('The shipment was not found.');
  const { transport } = shipment;
  const freight =
    transport?.solution === 'AMAZON_PARTNERED_CARRIER' && transport.mode !== 'GROUND_SMALL_PARCEL';
  if (!freight)
    return badRequest(
      'inbound-v0',
      'A bill of lading exists for partnered freight shipments only.',
    );
  const fileId = keepFile(turn, {
    sellerId: seller.id,
    content: { of: 'bill-of-lading', shipmentId: shipment.id },
  });
  return accepted({ payload: { DownloadURL: presign(turn, origin, fileId, LABEL_URL_MS) } });
});

export const V0_LABEL_HANDLERS = [getLabels, getBillOfLading];

/** The v0 operations know a shipment by its confirmation id only (#4084). */
export function shipmentOf(
  turn: Turn,
  sellerId: string,
  confirmationId: string,
): Shipment | undefined {
  const [id] = turn.world.having('shipment', `confirmation ${confirmationId}`);
  const shipment = id === undefined ? undefined : turn.world.read('shipment', id);
  return shipment?.sellerId === sellerId ? shipment : undefined;
}

// Which sheet goes with which way of shipping (v0 model texts and #4811, #5194; checked 2026-11-23).
const PARTNERED: readonly PageType[] = [
  'PackageLabel_Letter_2',
  'PackageLabel_A4_2',
  'PackageLabel_Plain_Paper',
  'PackageLabel_Plain_Paper_CarrierBottom',
  'PackageLabel_Thermal',
  'PackageLabel_Thermal_Unified',
  'PackageLabel_Thermal_No_Carrier_Rotation',
];
const OWN: readonly PageType[] = [
  'PackageLabel_Letter_2',
  'PackageLabel_Letter_4',
  'PackageLabel_Letter_6',
  'PackageLabel_Letter_6_CarrierLeft',
  'PackageLabel_A4_2',
  'PackageLabel_A4_4',
  'PackageLabel_Plain_Paper',
  'PackageLabel_Thermal_NonPCP',
];

function refuseLayout(shipment: Shipment, query: LabelsQuery): Answer | undefined {
  const partnered = shipment.transport?.solution === 'AMAZON_PARTNERED_CARRIER';
  if (!(partnered ? PARTNERED : OWN).includes(query.PageType))
    return badRequest(
      'inbound-v0',
      `PageType ${query.PageType} is not supported for ${partnered ? 'partnered' : 'non-partnered'} shipments.`,
    );
  const pallets = shipment.transport?.mode !== 'GROUND_SMALL_PARCEL';
  if (!partnered && pallets && (query.PageSize === undefined || query.PageStartIndex === undefined))
    return badRequest(
      'inbound-v0',
      'PageSize and PageStartIndex are required for non-partnered LTL shipments.',
    );
  if (query.LabelType === 'PALLET' && (!pallets || query.NumberOfPallets === undefined))
    return badRequest('inbound-v0', 'Pallet labels need a pallet shipment and NumberOfPallets.');
  return undefined;
}

function print(turn: Turn, call: Call<LabelsQuery, unknown>, shipment: Shipment): Answer {
  if (call.query.LabelType === 'PALLET') return printPallets(turn, call, shipment);
  const all = boxIdsOf(shipment, turn.world.read('shipment-content', shipment.id));
  const { PackageLabelsToPrint: wanted, PageSize, PageStartIndex = 0 } = call.query;
  const strange = wanted?.filter((id) => !all.includes(id)) ?? [];
  if (strange.length > 0)
    return badRequest(
      'inbound-v0',
      `IncorrectPackageIdentifier: [${strange.slice(0, 20).join(', ')}]`,
    );
  const chosen =
    wanted ?? all.slice(PageStartIndex, PageSize ? PageStartIndex + PageSize : undefined);
  if (chosen.length === 0) return badRequest('inbound-v0', 'No labels were found for the request.');
  const fileId = keepFile(turn, {
    sellerId: call.seller.id,
    content: {
      of: 'box-labels',
      shipmentId: shipment.id,
      pageType: call.query.PageType,
      boxIds: chosen,
    },
  });
  markReady(turn, shipment);
  return accepted({ payload: { DownloadURL: presign(turn, call.origin, fileId, LABEL_URL_MS) } });
}

function printPallets(turn: Turn, call: Call<LabelsQuery, unknown>, shipment: Shipment): Answer {
  const fileId = keepFile(turn, {
    sellerId: call.seller.id,
    content: {
      of: 'pallet-labels',
      shipmentId: shipment.id,
      pageType: call.query.PageType,
      pallets: call.query.NumberOfPallets ?? 1,
    },
  });
  return accepted({ payload: { DownloadURL: presign(turn, call.origin, fileId, LABEL_URL_MS) } });
}

// With its labels a shipment is ready; a partner then comes for it by himself.
function markReady(turn: Turn, shipment: Shipment): void {
  if (shipment.status !== 'WORKING') return;
  moveTo(turn, shipment, 'READY_TO_SHIP');
  if (shipment.transport?.solution === 'AMAZON_PARTNERED_CARRIER') awaitPickup(turn, shipment);
}
