import { HOUR, type Instant, optional } from '#lib/kernel';
import type { PackageDraft } from '../core/confirm.ts';
import type { Order } from '../core/order.ts';
import { calendarOf, startOfDay } from '../core/store-calendar.ts';

/** A package with the number under which Amazon is told of it, and edited later. */
export type NumberedPackage = { readonly reference: string; readonly draft: PackageDraft };

/** The body of confirmShipment (Orders v0). The reference goes as a text, which Amazon insists on. */
export function confirmationOf(order: Order, { reference, draft }: NumberedPackage, now: Instant) {
  return {
    marketplaceId: order.marketplaceId,
    packageDetail: {
      packageReferenceId: reference,
      carrierCode: draft.carrierCode.trim(),
      ...optional('carrierName', filled(draft.carrierName)),
      ...optional('shippingMethod', filled(draft.shipMethod)),
      trackingNumber: draft.trackingNumber.trim(),
      shipDate: new Date(shippedAt(order, draft.shipDate, now)).toISOString(),
      orderItems: draft.items.map(({ orderItemId, quantity, transparencyCodes }) => ({
        orderItemId,
        quantity,
        ...optional('transparencyCodes', transparencyCodes && [...transparencyCodes]),
      })),
    },
  };
}

/** Noon of the day in the store, but neither before the order nor after now. */
export function shippedAt(order: Order, shipDate: string, now: Instant): Instant {
  const noon = startOfDay(shipDate.slice(0, 10), calendarOf(order.marketplaceId)) + 12 * HOUR;
  return Math.min(now, Math.max(order.purchasedAt, noon));
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}
