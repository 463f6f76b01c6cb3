import { describe, expect, it } from 'vitest';
import { codes } from '../testing/codes.ts';
import { aDraft, aLine, aShipment } from '../testing/plans.ts';
import { checkBoxIds } from './box-ids.ts';
import { checkItemLabel, labelFaults, linesToLabel } from './item-labels.ts';

describe('R97: the IDs of the boxes of a shipment', () => {
  const withIds = (...ids: readonly (string | undefined)[]) =>
    aShipment({
      boxes: ids.map((boxId, index) => ({
        packageId: `p${index}`,
        ...(boxId === undefined ? {} : { boxId }),
        items: [],
      })),
    });
  const id = (number: number) => `FBA15ABCDEFGU${String(number).padStart(6, '0')}`;

  it('run from 1 without a gap, in any order', () => {
    expect(checkBoxIds(withIds(id(1), id(2), id(3)))).toEqual([]);
    expect(checkBoxIds(withIds(id(3), id(1), id(2)))).toEqual([]);
    expect(checkBoxIds(withIds(id(1), id(3)))).toEqual([
      {
        code: 'box-ids-with-gap',
        facts: { shipment: 'FBA15ABCDEFG', count: 2 },
        at: 'shipments.sh1',
      },
    ]);
    expect(codes(checkBoxIds(withIds(id(2))))).toEqual(['box-ids-with-gap']);
  });

  it('are all different and all there', () => {
    expect(checkBoxIds(withIds(id(1), id(1)))[0]).toMatchObject({
      code: 'box-id-twice',
      facts: { box: id(1) },
    });
    expect(checkBoxIds(withIds(id(1), undefined))[0]).toMatchObject({
      code: 'box-ids-missing',
      facts: { missing: 1 },
    });
    expect(codes(checkBoxIds(withIds()))).toEqual(['shipment-without-boxes']);
  });

  it('of an unknown form are not counted', () => {
    expect(checkBoxIds(withIds('BOX-A', 'BOX-B'))).toEqual([]);
  });

  it('are told by the plain shipment ID while there is no other', () => {
    const { confirmationId: _, ...bare } = withIds();
    expect(checkBoxIds(bare)[0]?.facts['shipment']).toBe('sh1');
  });
});

describe('R98: an FNSKU label', () => {
  it('carries ten signs, a title and a condition', () => {
    expect(checkItemLabel(aLine())).toEqual([]);
    expect(checkItemLabel(aLine({ fnsku: 'B00ABCDEFG' }))).toEqual([]);
    for (const fnsku of ['X00000001', 'X0000000012', 'x000000001', 'X00000000-']) {
      expect(codes(checkItemLabel(aLine({ fnsku })))).toEqual(['fnsku-not-printable']);
    }
    expect(codes(checkItemLabel(aLine({ title: ' ' })))).toEqual(['label-without-title']);
    expect(codes(checkItemLabel(aLine({ condition: '' })))).toEqual(['label-without-condition']);
    const { fnsku: _, ...line } = aLine();
    expect(checkItemLabel(line)[0]?.facts).toEqual({ sku: 'MUG-RED', fnsku: '' });
  });

  it('that cannot be made is told once for each SKU that gets one', () => {
    const bare = aLine({ sku: 'CUP', title: '', labelOwner: 'SELLER' });
    const lines = [
      aLine({ labelOwner: 'SELLER' }),
      bare,
      { ...bare, quantity: 7 },
      aLine({ sku: 'OWN-CODE', title: '', labelOwner: 'NONE' }),
    ];
    expect(labelFaults(aDraft({ lines }))).toMatchObject([
      { code: 'label-without-title', facts: { sku: 'CUP' } },
    ]);
  });
});

it('R101: only units labelled by the seller get a label', () => {
  const lines = (['SELLER', 'NONE', 'AMAZON'] as const).map((labelOwner) =>
    aLine({ sku: labelOwner, labelOwner }),
  );
  expect(linesToLabel(aDraft({ lines })).map(({ sku }) => sku)).toEqual(['SELLER']);
});
