import { describe, expect, it } from 'vitest';
import { weightOf } from '#lib/kernel';
import { aDraft } from '../testing/plans.ts';
import { markOfBox, whyNotPrinted } from './prints.ts';

const US = 'ATVPDKIKX0DER';
const JP = 'A1VC38T7YXB528';
const DE = 'A1PA6795UKMFR9';

describe('a cancelled shipment', () => {
  const shipment = { id: 's', status: 'SHIPPED', items: [], boxes: [] };

  it('is not printed, nor is anything of a cancelled plan', () => {
    const plan = aDraft();
    expect(whyNotPrinted(plan, shipment)).toBeUndefined();
    for (const status of ['CANCELLED', 'DELETED']) {
      const found = whyNotPrinted(plan, { ...shipment, status, confirmationId: 'FBA1' });
      expect(found).toMatchObject({
        code: 'labels-of-cancelled-shipment',
        facts: { shipment: 'FBA1' },
      });
    }
    expect(whyNotPrinted({ ...plan, cancelledAt: 1 })?.code).toBe('labels-of-cancelled-plan');
  });
});

describe('a heavy box', () => {
  it.each([
    [US, weightOf(50, 'LB'), undefined],
    [US, weightOf(50.1, 'LB'), 'team-lift'],
    [US, weightOf(101, 'LB'), 'mech-lift'],
    [DE, weightOf(15.1, 'KG'), 'heavy-package'],
    [JP, weightOf(15, 'KG'), undefined],
    [JP, weightOf(15.1, 'KG'), 'overweight'],
  ])('in %s of %j carries %s', (marketplaceId, weight, mark) => {
    expect(markOfBox(marketplaceId, { packageId: 'p', items: [], weight })).toBe(mark);
  });
});
