import { describe, expect, it } from 'vitest';
import { dimensionsOf, weightOf } from '#lib/kernel';
import { aDraft, aLine, anAddress, aPlacementOffer, NOW, TODAY } from '../testing/plans.ts';
import { whyNotPackLater } from './pack-later.ts';
import { checkPlan } from './plan.ts';
import { checkPlacement } from './placement.ts';

describe('boxes that are told after the placement', () => {
  it('are for individual units', () => {
    const unitsPerCase = 6;
    const dimensions = dimensionsOf([20, 16, 12], 'IN');
    const cased = aLine({
      case: { name: 'six', unitsPerCase, dimensions, weight: weightOf(14, 'LB') },
    });
    expect(whyNotPackLater(aDraft())).toBeUndefined();
    expect(whyNotPackLater(aDraft({ lines: [cased] }))).toMatchObject({
      code: 'pack-later-with-cases',
    });
    expect(checkPlan(aDraft({ lines: [cased], packsLater: true }), TODAY).blocking).toMatchObject([
      { code: 'pack-later-with-cases' },
    ]);
  });

  it('are not taken from everywhere', () => {
    const from = (countryCode: string) => aDraft({ shipFrom: anAddress({ countryCode }) });
    expect(whyNotPackLater(from('CN'))).toMatchObject({ code: 'pack-later-not-on-lane' });
    expect(whyNotPackLater(from('JP'))).toBeUndefined();
    const { shipFrom: _, ...nowhere } = aDraft({ marketplaceId: 'nowhere' });
    expect(whyNotPackLater(nowhere)).toBeUndefined();
  });

  it('R69: do not keep the placement waiting', () => {
    const offer = aPlacementOffer();
    const agreed = offer.fees[0]?.value ?? { minor: 0, currency: 'USD' };
    const consent = { offerId: offer.id, agreed };
    expect(checkPlacement(aDraft(), [offer], consent, NOW).blocking).toMatchObject([
      { code: 'boxes-not-sent' },
    ]);
    expect(checkPlacement(aDraft({ packsLater: true }), [offer], consent, NOW).blocking).toEqual(
      [],
    );
  });
});
