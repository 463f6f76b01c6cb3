import { type Address, invariant, type Instant } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import { centreOf } from './centres.ts';
import type { Shipment } from './entities.ts';
import { boxesOf, boxIdAt } from './wire.ts';

/** Everything that stands on a box label. */
export type BoxLabelFacts = {
  readonly boxId: string;
  readonly number: number;
  readonly of: number;
  readonly weight: { readonly value: number; readonly unit: 'LB' | 'KG' };
  readonly shipmentConfirmationId: string;
  readonly shipmentName: string;
  readonly createdAt: Instant;
  readonly shipFrom: Address;
  readonly shipTo: Omit<Address, 'phoneNumber'>;
  readonly centre: string;
  readonly contents: readonly {
    readonly msku: string;
    readonly quantity: number;
    readonly expiration?: string;
  }[];
  readonly carrier: string;
};

type Common = Omit<BoxLabelFacts, 'boxId' | 'number' | 'of' | 'weight' | 'contents'>;

export function boxLabelsOf(
  turn: Turn,
  shipmentId: string,
  boxIds: readonly string[],
): BoxLabelFacts[] {
  const { shipment, common } = commonOf(turn, shipmentId);
  const content = turn.world.read('shipment-content', shipmentId);
  const boxes = boxesOf(content?.runs ?? []);
  const wanted = new Set(boxIds);
  return boxes.flatMap((box, index) => {
    const boxId = boxIdAt(shipment, content ?? {}, index);
    if (boxId === undefined || !wanted.has(boxId)) return [];
    return [
      {
        ...common,
        boxId,
        number: index + 1,
        of: boxes.length,
        weight: box.run.box.weight,
        contents: (box.run.box.items ?? []).map(({ msku, quantity, expiration }) => ({
          msku,
          quantity,
          ...(expiration ? { expiration } : {}),
        })),
      },
    ];
  });
}

/** Four identical labels for each pallet, one for each side; their code is the shipment's own. */
export function palletLabelsOf(turn: Turn, shipmentId: string, pallets: number): BoxLabelFacts[] {
  const { common } = commonOf(turn, shipmentId);
  return Array.from({ length: pallets * 4 }, (_, index) => ({
    ...common,
    boxId: common.shipmentConfirmationId,
    number: Math.floor(index / 4) + 1,
    of: pallets,
    weight: { value: 0, unit: 'LB' as const },
    contents: [],
  }));
}

function commonOf(turn: Turn, shipmentId: string): { shipment: Shipment; common: Common } {
  const shipment = turn.world.read('shipment', shipmentId);
  invariant(shipment?.confirmationId && shipment.transport, 'labels are for confirmed shipments');
  const { code, ...shipTo } = centreOf(shipment.centre);
  const { addressLine2, companyName, stateOrProvinceCode, email, ...from } = shipment.source;
  const shipFrom: Address = {
    ...from,
    ...(addressLine2 ? { addressLine2 } : {}),
    ...(companyName ? { companyName } : {}),
    ...(stateOrProvinceCode ? { stateOrProvinceCode } : {}),
    ...(email ? { email } : {}),
  };
  return {
    shipment,
    common: {
      shipmentConfirmationId: shipment.confirmationId,
      shipmentName: shipment.name,
      createdAt: shipment.createdAt,
      shipFrom,
      shipTo,
      centre: code,
      carrier: shipment.transport.carrier.name,
    },
  };
}
