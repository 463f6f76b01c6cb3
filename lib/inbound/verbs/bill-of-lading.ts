import type { Context } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { PARTNERED } from '../core/carrier-words.ts';
import { goesByPro } from '../core/freight-bill.ts';
import type { PlanShipment } from '../core/inbound-plan.ts';
import { failureProblems } from '../errands/problems.ts';

/**
 * Amazon's bill of lading for a partnered freight shipment, which the driver signs. Its address lives
 * for 15 seconds, so the file is taken at once (R96).
 */
export async function fetchBillOfLading(
  context: Context,
  shipment: PlanShipment,
): Promise<Result<Uint8Array>> {
  const { confirmationId, transport } = shipment;
  if (transport?.solution !== PARTNERED || !goesByPro(shipment) || confirmationId === undefined)
    return refuse(problem('no-bill-of-lading'));
  const asked = await context.amazon.inboundV0.getBillOfLading({ shipmentId: confirmationId });
  if (!asked.ok) return refuse(...failureProblems(asked.failure));
  const url = asked.value.payload?.DownloadURL;
  if (url === undefined) return refuse(problem('labels-not-offered'));
  const file = await context.amazon.download(url);
  return file.ok ? ok(file.value) : refuse(...failureProblems(file.failure));
}
