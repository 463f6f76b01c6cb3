import type { Context } from '#lib/context/server';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { gather } from '../core/findings.ts';
import { checkFreightBill, goesByPro } from '../core/freight-bill.ts';
import { checkTracking } from '../core/tracking.ts';
import type { ToldTracking } from '../errands/shipping-scripts.ts';
import { openPlan, type PlanRef, type Saved, startErrand } from './edit-plan.ts';
import type { SavedWithFindings } from './save-plan.ts';

export type SaveTrackingInput = PlanRef & {
  readonly shipments: readonly ToldTracking[];
};

/** Tells Amazon the tracking number of every box, or the PRO of the pallets, of the given shipments. */
export async function saveTracking(
  context: Context,
  input: SaveTrackingInput,
): Promise<Result<SavedWithFindings>> {
  const opened = await openPlan(context, input, { act: 'pack', step: 'tracking' });
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  if (input.shipments.length === 0) return refuse(problem('nothing-chosen'));
  const findings = gather(
    ...input.shipments.map(({ shipmentId, entries, freightBill }) => {
      const shipment = plan.shipments.find((candidate) => candidate.id === shipmentId);
      if (!shipment) return { blocking: [problem('shipment-not-found')], warnings: [] };
      if (!goesByPro(shipment)) return checkTracking(shipment, entries);
      return checkFreightBill(shipment, freightBill ?? { number: '' });
    }),
    twiceAcross(input),
  );
  if (findings.blocking.length > 0) return refuse(...findings.blocking);
  const { shipments } = input;
  const started: Result<Saved> = await startErrand(context, opened.value, {
    kind: 'send-tracking',
    input: { shipments },
  });
  return started.ok ? ok({ ...started.value, findings }) : started;
}

// A number is one parcel's, whichever shipment the parcel belongs to.
function twiceAcross(input: SaveTrackingInput) {
  const seen = new Map<string, { readonly shipmentId: string; readonly boxId: string }>();
  const blocking = input.shipments.flatMap(({ shipmentId, entries }) =>
    entries.flatMap((entry) => {
      const other = seen.get(entry.number);
      seen.set(entry.number, { shipmentId, boxId: entry.boxId });
      if (other === undefined || other.shipmentId === shipmentId || entry.number === '') return [];
      const facts = { box: entry.boxId, number: entry.number, twin: other.boxId };
      return [problem('tracking-twice', facts, `tracking.${entry.boxId}`)];
    }),
  );
  return { blocking, warnings: [] };
}
