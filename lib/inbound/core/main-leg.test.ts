import { describe, expect, it } from 'vitest';
import type { MainLeg } from './inbound-plan.ts';
import { checkMainLeg, readContainers } from './main-leg.ts';

const leg = (change: Partial<MainLeg> = {}): MainLeg => ({
  mode: 'OCEAN_FCL',
  forwarder: 'Blue Star',
  booking: 'BKG1234',
  billOfLading: '',
  containers: ['CSQU3054383'],
  ...change,
});
const said = (change: Partial<MainLeg>) => {
  const { blocking, warnings } = checkMainLeg(leg(change));
  return [...blocking, ...warnings].map(({ code }) => code);
};

describe('the voyage of a forwarder', () => {
  it('has a booking or a bill of lading, and containers by their check digit', () => {
    expect(said({})).toEqual([]);
    expect(said({ booking: '', billOfLading: 'MAEU123' })).toEqual([]);
    expect(said({ booking: '' })).toEqual(['booking-or-bill-needed']);
    expect(said({ containers: ['CSQU3054384'] })).toEqual(['container-check-digit']);
    expect(said({ containers: ['CSQ3054383'] })).toEqual(['container-no-number']);
    expect(said({ containers: ['CSQU3054383', 'CSQU3054383'] })).toEqual(['container-twice']);
    expect(said({ forwarder: 'x'.repeat(101) })).toEqual(['text-too-long']);
  });

  it('holds fifty containers at most', () => {
    const many = Array.from({ length: 51 }, () => 'CSQU3054383');
    expect(said({ containers: many })[0]).toBe('too-many-containers');
  });

  it('reads containers as they are pasted', () => {
    expect(readContainers('csqu 305438-3\n\nMSKU0000006; TGHU1234567')).toEqual([
      'CSQU3054383',
      'MSKU0000006',
      'TGHU1234567',
    ]);
  });
});

describe('a flight', () => {
  it('has an air waybill and no containers', () => {
    const byAir = { mode: 'AIR' as const, containers: [] };
    expect(said({ ...byAir, billOfLading: '020-1234 5675' })).toEqual([]);
    expect(said({ ...byAir, billOfLading: '020-12345670' })).toEqual(['air-waybill-unusual']);
    expect(said({ ...byAir, billOfLading: 'HAWB 77' })).toEqual(['air-waybill-unusual']);
    expect(said({ mode: 'AIR' })).toEqual(['no-containers-by-air']);
  });
});
