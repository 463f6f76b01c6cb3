import type { Turn } from '../turn.ts';
import { centreOf } from './centres.ts';

/** What a bill of lading for a partnered freight shipment says. */
export function billOfLading(turn: Turn, shipmentId: string): string[] {
  const shipment = turn.world.read('shipment', shipmentId);
  if (!shipment) return [];
  const centre = centreOf(shipment.centre);
  const items = turn.world.read('shipment-content', shipmentId)?.items ?? [];
  const pallets = (shipment.pallets ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    'SIMULATED - not valid for Amazon',
    'BILL OF LADING',
    `Shipment ${shipment.confirmationId ?? ''}   ARN ${shipment.referenceId ?? ''}`,
    `From: ${shipment.source.name}, ${shipment.source.addressLine1}`,
    `${shipment.source.city} ${shipment.source.postalCode} ${shipment.source.countryCode}`,
    `To: ${centre.code}, ${centre.addressLine1}, ${centre.city} ${centre.postalCode}`,
    `Carrier: ${shipment.transport?.carrier.name ?? ''}`,
    `Pallets: ${pallets}   Freight class: ${shipment.freight?.freightClass ?? ''}`,
    `Units: ${items.reduce((sum, { quantity }) => sum + quantity, 0)}`,
  ];
}
