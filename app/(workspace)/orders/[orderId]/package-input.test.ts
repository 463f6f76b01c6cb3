import { describe, expect, it } from 'vitest';
import { problem } from '#lib/kernel';
import { atField, draftOf, PackageForm } from './package-input.ts';

const form = PackageForm.parse({
  carrierCode: ' UPS ',
  trackingNumber: '1Z5R89390357567127',
  shipDate: '2026-11-24',
  items: [
    { orderItemId: '1', quantity: '0' },
    { orderItemId: '2', quantity: ' 3 ', codes: 'AZ:A, AZ:B\nAZ:C' },
  ],
});

describe('a package as it was typed', () => {
  it('holds the items of which something is in it', () => {
    expect(draftOf(form)).toEqual({
      carrierCode: 'UPS',
      trackingNumber: '1Z5R89390357567127',
      shipDate: '2026-11-24',
      items: [{ orderItemId: '2', quantity: 3, transparencyCodes: ['AZ:A', 'AZ:B', 'AZ:C'] }],
    });
  });

  it('shows what is wrong at the field where it was typed', () => {
    const found = problem('quantity-unreadable', {}, 'packages.0.items.0.quantity');
    expect(atField(found, [form]).at).toBe('packages.0.items.1.quantity');
    const codes = problem(
      'transparency-code-unreadable',
      {},
      'packages.0.items.0.transparencyCodes',
    );
    expect(atField(codes, [form]).at).toBe('packages.0.items.1.codes');
    const carrier = problem('carrier-missing', {}, 'packages.0.carrierCode');
    expect(atField(carrier, [form])).toBe(carrier);
  });

  it('takes no half units', () => {
    expect(PackageForm.safeParse({ items: [{ orderItemId: '1', quantity: '1.5' }] }).success).toBe(
      false,
    );
  });
});
