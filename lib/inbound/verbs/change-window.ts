import type { Context } from '#lib/context/server';
import { problem, refuse, type Result } from '#lib/kernel';
import type { WindowOffer } from '../core/inbound-plan.ts';
import { whyWindowStays } from '../core/windows.ts';
import { loadOffers } from '../store.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';

export type ChangeWindowInput = PlanRef & {
  readonly shipmentId: string;
  readonly windowId: string;
};

/** Takes another delivery window for a shipment, while Amazon lets it be changed. */
export async function changeWindow(
  context: Context,
  input: ChangeWindowInput,
): Promise<Result<Saved>> {
  const opened = await openPlan(context, input, { act: 'spend-money' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const shipment = plan.shipments.find(({ id }) => id === input.shipmentId);
  if (!shipment) return refuse(problem('shipment-not-found'));
  const windows = await loadOffers<WindowOffer>(context, plan.id, 'windows');
  const wanted = windows.find(
    ({ id, shipmentId }) => id === input.windowId && shipmentId === shipment.id,
  );
  const why = whyWindowStays(shipment, wanted, context.clock.now());
  if (why) return refuse(why);
  const { shipmentId, windowId } = input;
  return startErrand(context, opened.value, {
    kind: 'change-window',
    input: { shipmentId, windowId },
  });
}
