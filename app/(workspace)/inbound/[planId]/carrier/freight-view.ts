import {
  buildPallets,
  type InboundPlan,
  palletLimits,
  type PalletLimits,
  type PlanShipment,
} from '#lib/inbound';
import { type TypedPallet, typedFromPallet, writeMoney } from './typed-freight.ts';

/** A shipment as its pallets are entered. */
export type FreightView = {
  readonly shipmentId: string;
  readonly destination: string;
  readonly boxes: number;
  readonly pallets: readonly TypedPallet[];
  /** what stacking its boxes course by course gives */
  readonly proposed: readonly TypedPallet[];
  readonly declaredValue: string;
  readonly freightClass: string;
};

export function freightViews(plan: InboundPlan): FreightView[] {
  const limits = palletLimits(plan.marketplaceId);
  return plan.shipments.map((shipment) => viewOf(plan, shipment, limits));
}

function viewOf(plan: InboundPlan, shipment: PlanShipment, limits: PalletLimits): FreightView {
  const proposed = buildPallets(shipment.boxes, limits).map(typedFromPallet);
  const own = plan.freight?.shipments.find(({ shipmentId }) => shipmentId === shipment.id);
  return {
    shipmentId: shipment.id,
    destination: shipment.warehouseId ?? shipment.confirmationId ?? shipment.id,
    boxes: shipment.boxes.length,
    pallets: own ? own.pallets.map(typedFromPallet) : proposed,
    proposed,
    declaredValue: writeMoney(own?.declaredValue),
    freightClass: own?.freightClass ?? '',
  };
}
