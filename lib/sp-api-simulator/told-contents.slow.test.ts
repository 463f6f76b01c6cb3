import { expect, test } from 'vitest';
import { confirmPlacement, confirmTransport, planOf } from './testing/journey.ts';
import { BOX, newSeller, newSimulator, planUpToPacking, succeed } from './testing/world.ts';

async function shipped(contentInformationSource: string) {
  const client = await newSeller(await newSimulator());
  const planId = await planUpToPacking(client);
  const path = { inboundPlanId: planId };
  const options = await client.pages('listPackingOptions', 'packingOptions', { path });
  const { packingGroups } = options.find(({ status }) => status === 'ACCEPTED');
  const boxes = [{ ...BOX, contentInformationSource, quantity: 4, items: [] }];
  const body = {
    packageGroupings: packingGroups.map((packingGroupId: string) => ({ packingGroupId, boxes })),
  };
  await succeed(client.perform('setPackingInformation', { path, body }));
  await succeed(client.perform('generatePlacementOptions', { path }));
  await confirmTransport(client, planId, await confirmPlacement(client, planId, 'fewest'));
  const [{ shipmentConfirmationId }] = await planOf(client, planId).shipments();
  const answer = await succeed(
    client.call('inbound-v0', 'getShipments', {
      query: [
        ['QueryType', 'SHIPMENT'],
        ['MarketplaceId', 'ATVPDKIKX0DER'],
        ['ShipmentIdList', shipmentConfirmationId],
      ],
    }),
  );
  return answer['payload'].ShipmentData[0];
}

test('units that Amazon counts itself cost thirty cents each in November', async () => {
  expect(await shipped('MANUAL_PROCESS')).toMatchObject({
    BoxContentsSource: 'NONE',
    EstimatedBoxContentsFee: {
      TotalUnits: 120,
      FeePerUnit: { CurrencyCode: 'USD', Value: 0.3 },
      TotalFee: { CurrencyCode: 'USD', Value: 36 },
    },
  });
});

test('boxes with 2D barcodes are said to have them, and cost nothing more', async () => {
  const shipment = await shipped('BARCODE_2D');
  expect(shipment.BoxContentsSource).toBe('2D_BARCODE');
  expect(shipment.EstimatedBoxContentsFee).toBeUndefined();
});
