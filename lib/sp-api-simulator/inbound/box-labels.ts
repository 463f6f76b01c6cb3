import { type Address, invariant, type Instant } from '#lib/kernel';

import type { Turn } from '../turn.ts';
import { centreOf } from './centres.ts';
import { boxIdFor } from './shipments.ts';
import { boxesOf } from './wire.ts';

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

export function boxLabelsOf(
  turn: Turn,
  shipmentId: string,
  boxIds: readonly string[],
): BoxLabelFacts[] {
  const shipment = turn.world.read('shipment', shipmentId);
  invariant(shipment?.confirmationId && shipment.transport, 'labels are for confirmed shipments');
  const { confirmationId, transport } = shipment;
  const { code, ...shipTo } = centreOf(shipment.centre);
  const boxes = boxesOf(turn.world.read('shipment-content', shipmentId)?.runs ?? []);
  const wanted = new Set(boxIds);
  const { addressLine2, companyName, stateOrProvinceCode, email, ...from } = shipment.source;
  const shipFrom: Address = {
    ...from,
    ...(addressLine2 ? { addressLine2 } : {}),
    ...(companyName ? { companyName } : {}),
    ...(stateOrProvinceCode ? { stateOrProvinceCode } : {}),
    ...(email ? { email } : {}),
  };
  return boxes.flatMap((box, index) => {
    const boxId = boxIdFor(shipment, index);
    if (boxId === undefined || !wanted.has(boxId)) return [];
    return [
      {
        boxId,
        number: index + 1,
        of: boxes.length,
        weight: box.run.box.weight,
        shipmentConfirmationId: confirmationId,
        shipmentName: shipment.name,
        createdAt: shipment.createdAt,
        shipFrom,
        shipTo,
        centre: code,
        contents: (box.run.box.items ?? []).map(({ msku, quantity, expiration }) => ({
          msku,
          quantity,
          ...(expiration ? { expiration } : {}),
        })),
        carrier: transport.carrier.name,
      },
    ];
  });
}
