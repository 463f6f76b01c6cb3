import { DAY, invariant } from '#lib/kernel';

import type { TestClient } from './client.ts';
import { START, succeed } from './world.ts';

type Shipment = Awaited<ReturnType<TestClient['call']>>['body'];

/** What tests ask of a plan again and again. */
export function planOf(client: TestClient, planId: string) {
  const path = { inboundPlanId: planId };
  const read = () => succeed(client.call('inbound', 'getInboundPlan', { path }));
  const shipments = async (): Promise<Shipment[]> => {
    const found: Shipment[] = [];
    for (const { shipmentId } of (await read()).shipments)
      found.push(
        await succeed(client.call('inbound', 'getShipment', { path: { ...path, shipmentId } })),
      );
    return found;
  };
  return {
    path,
    read,
    shipments,
    placements: () => client.pages('listPlacementOptions', 'placementOptions', { path }),
    items: (shipmentId: string) =>
      client.pages('listShipmentItems', 'items', { path: { ...path, shipmentId } }, 1000),
    boxes: (shipmentId: string) =>
      client.pages('listShipmentBoxes', 'boxes', { path: { ...path, shipmentId } }, 1000),
    options: (shipmentId: string) =>
      client.pages('listTransportationOptions', 'transportationOptions', {
        path,
        query: [['shipmentId', shipmentId]],
      }),
  };
}

/** Confirms the placement with the most destinations, or the fewest. */
export async function confirmPlacement(
  client: TestClient,
  planId: string,
  which: 'most' | 'fewest' = 'most',
): Promise<Shipment> {
  const plan = planOf(client, planId);
  const sorted = [...(await plan.placements())].sort(
    (a, b) => a.shipmentIds.length - b.shipmentIds.length,
  );
  const option = which === 'most' ? sorted.at(-1) : sorted[0];
  await succeed(
    client.perform('confirmPlacementOption', {
      path: { ...plan.path, placementOptionId: option.placementOptionId },
    }),
  );
  return option;
}

export function transportBody(
  option: { placementOptionId: string; shipmentIds: string[] },
  extra: object = {},
): object {
  return {
    placementOptionId: option.placementOptionId,
    shipmentTransportationConfigurations: option.shipmentIds.map((shipmentId) => ({
      shipmentId,
      readyToShipWindow: { start: new Date(START + DAY).toISOString() },
      ...extra,
    })),
  };
}

export async function generateTransport(
  client: TestClient,
  planId: string,
  option: { placementOptionId: string; shipmentIds: string[] },
): Promise<void> {
  await succeed(
    client.perform('generateTransportationOptions', {
      path: { inboundPlanId: planId },
      body: transportBody(option),
    }),
  );
}

/** One selection per shipment, with its delivery window where one is demanded. */
export async function selections(
  client: TestClient,
  planId: string,
  solution: string,
  carrier = 'UPS',
): Promise<{ shipmentId: string; transportationOptionId: string }[]> {
  const plan = planOf(client, planId);
  const chosen = [];
  for (const { shipmentId } of await plan.shipments()) {
    const option = (await plan.options(shipmentId)).find(
      (each) =>
        each.shippingSolution === solution &&
        each.carrier.name === carrier &&
        each.shippingMode === 'GROUND_SMALL_PARCEL',
    );
    invariant(option, `no ${solution} ${carrier}`);
    if (option.preconditions.length > 0) await confirmWindow(client, planId, shipmentId);
    chosen.push({ shipmentId, transportationOptionId: String(option.transportationOptionId) });
  }
  return chosen;
}

export async function confirmWindow(
  client: TestClient,
  planId: string,
  shipmentId: string,
): Promise<void> {
  const path = { inboundPlanId: planId, shipmentId };
  await succeed(client.perform('generateDeliveryWindowOptions', { path }));
  const [first] = await client.pages('listDeliveryWindowOptions', 'deliveryWindowOptions', {
    path,
  });
  await succeed(
    client.perform('confirmDeliveryWindowOptions', {
      path: { ...path, deliveryWindowOptionId: first.deliveryWindowOptionId },
    }),
  );
}

/** From a placed plan to confirmed carriers. */
export async function confirmTransport(
  client: TestClient,
  planId: string,
  option: { placementOptionId: string; shipmentIds: string[] },
  solution = 'AMAZON_PARTNERED_CARRIER',
): Promise<void> {
  await generateTransport(client, planId, option);
  const transportationSelections = await selections(client, planId, solution);
  await succeed(
    client.perform('confirmTransportationOptions', {
      path: { inboundPlanId: planId },
      body: { transportationSelections },
    }),
  );
}

export async function printLabels(
  client: TestClient,
  planId: string,
  pageType = 'PackageLabel_Plain_Paper',
): Promise<void> {
  for (const { shipmentConfirmationId } of await planOf(client, planId).shipments())
    await succeed(
      client.call('inbound-v0', 'getLabels', {
        path: { shipmentId: shipmentConfirmationId },
        query: [
          ['PageType', pageType],
          ['LabelType', 'UNIQUE'],
        ],
      }),
    );
}
