import { describe, expect, it } from 'vitest';
import { anOwnOffer, aTransportOffer } from '../testing/plans.ts';
import { whyCarriersDoNotMix } from './carrier-mix.ts';

const parcel = (id: string, shipmentId: string) => aTransportOffer({ id, shipmentId });
const ownParcel = (id: string, shipmentId: string) => anOwnOffer({ id, shipmentId });
const pallets = (id: string, shipmentId: string) =>
  aTransportOffer({
    id,
    shipmentId,
    mode: 'FREIGHT_LTL',
    carrierName: 'Amazon Freight',
    carrierCode: 'ATSB',
  });
const ownPallets = (id: string, shipmentId: string) =>
  anOwnOffer({ id, shipmentId, mode: 'FREIGHT_LTL', carrierName: 'ESTES', carrierCode: 'EXLA' });

describe('R80: carriers of the shipments of one plan', () => {
  const all = [
    parcel('a', 'sh1'),
    parcel('b', 'sh2'),
    ownParcel('c', 'sh1'),
    ownParcel('d', 'sh2'),
    pallets('e', 'sh1'),
    ownPallets('f', 'sh2'),
  ];

  it.each([
    ['the same partner for all parcels', [parcel('a', 'sh1'), parcel('b', 'sh2')], undefined],
    [
      'two partners for parcels',
      [parcel('a', 'sh1'), aTransportOffer({ id: 'b', shipmentId: 'sh2', carrierCode: 'DHL' })],
      'partnered-carriers-differ',
    ],
    [
      'partner and own carrier for parcels',
      [parcel('a', 'sh1'), ownParcel('d', 'sh2')],
      'parcel-carriers-differ',
    ],
    [
      'different own carriers for pallets',
      [
        ownPallets('e', 'sh1'),
        anOwnOffer({ id: 'f', shipmentId: 'sh2', mode: 'FREIGHT_LTL', carrierName: 'Other' }),
      ],
      undefined,
    ],
    [
      'partner and own carrier for pallets',
      [pallets('e', 'sh1'), ownPallets('f', 'sh2')],
      'solutions-mix-in-mode',
    ],
    [
      'partnered parcels and pallets of an own carrier',
      [parcel('a', 'sh1'), ownPallets('f', 'sh2')],
      undefined,
    ],
  ])('%s', (_, chosen, code) => {
    expect(whyCarriersDoNotMix(chosen, all)?.code).toBe(code);
  });

  it('two own carriers without a code are told apart by name', () => {
    const { carrierCode: _, ...named } = ownParcel('c', 'sh1');
    const other = { ...named, id: 'd', shipmentId: 'sh2', carrierName: 'Other' };
    expect(whyCarriersDoNotMix([named, other], all)?.code).toBe('parcel-carriers-differ');
  });

  it('the partner must be on offer for every shipment', () => {
    const chosen = [parcel('a', 'sh1'), ownPallets('f', 'sh2')];
    expect(whyCarriersDoNotMix(chosen, [parcel('a', 'sh1'), ownPallets('f', 'sh2')])?.code).toBe(
      'mix-needs-partner-everywhere',
    );
  });
});
