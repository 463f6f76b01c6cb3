import { describe, expect, it } from 'vitest';
import { orderQuery, orderView, sortOf, viewHref } from './order-view.ts';

const US = 'ATVPDKIKX0DER';

describe('the address of a list of orders', () => {
  it('opens what waits to be shipped, the most pressing first', () => {
    expect(orderQuery(orderView({}), US)).toMatchObject({
      tab: 'unshipped',
      sort: 'ship-by',
      descending: false,
    });
    expect(sortOf(orderView({ tab: 'shipped' }))).toEqual({ sort: 'purchased', descending: true });
  });

  it('forgives whatever somebody typed into it', () => {
    const view = orderView({ tab: 'lost', sort: 'name', from: '2026-02-30', program: ['x'] });
    expect(viewHref({}, view, {})).toBe('/orders');
  });

  it('goes back to the first page when anything but the page changes', () => {
    const view = orderView({ tab: 'all', q: 'MUG', after: 'abc' });
    expect(viewHref({}, view, { program: 'prime' })).toBe('/orders?tab=all&q=MUG&program=prime');
    expect(viewHref({ keep: { store: US } }, view, { after: 'def' })).toBe(
      `/orders?store=${US}&tab=all&q=MUG&after=def`,
    );
  });

  it('keeps the columns that were chosen, and passes unknown ones by', () => {
    const view = orderView({ tab: 'all', show: ['units', 'total'] });
    expect(viewHref({}, view, {})).toBe('/orders?tab=all&show=units&show=total');
    expect(orderView({ show: 'units' }).show).toEqual(['units']);
    expect(orderView({ show: 'colour' }).show).toEqual([]);
  });

  it('means whole days on the clock of the store', () => {
    const view = orderView({ from: '2026-11-23', until: '2026-11-23' });
    const { purchasedFrom = 0, purchasedUntil = 0 } = orderQuery(view, US);
    expect(new Date(purchasedFrom).toISOString()).toBe('2026-11-23T08:00:00.000Z');
    expect(new Date(purchasedUntil).toISOString()).toBe('2026-11-24T08:00:00.000Z');
  });
});
