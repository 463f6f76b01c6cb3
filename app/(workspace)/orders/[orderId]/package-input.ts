import { z } from 'zod';
import type { Problem } from '#lib/kernel';
import type { PackageDraft } from '#lib/orders';

const Quantity = z
  .string()
  .trim()
  .transform((text) => (text === '' ? 0 : Number(text)))
  .pipe(z.number().int().min(0).max(999_999));

const Item = z.object({
  orderItemId: z.string(),
  quantity: Quantity,
  codes: z.string().max(10_000).default(''),
});

export const PackageForm = z.object({
  carrierCode: z.string().trim().max(100).default(''),
  carrierName: z.string().trim().max(100).default(''),
  trackingNumber: z.string().trim().max(100).default(''),
  shipMethod: z.string().trim().max(100).default(''),
  shipDate: z.string().trim().max(30).default(''),
  items: z.array(Item).default([]),
});
export type PackageForm = z.infer<typeof PackageForm>;

/** A package as the rules take it; items of which nothing is in it are not. */
export function draftOf(form: PackageForm): PackageDraft {
  const { items, carrierName, shipMethod, ...rest } = form;
  return {
    ...rest,
    ...(carrierName !== '' && { carrierName }),
    ...(shipMethod !== '' && { shipMethod }),
    items: items
      .filter(({ quantity }) => quantity > 0)
      .map(({ orderItemId, quantity, codes }) => ({
        orderItemId,
        quantity,
        ...(codes.trim() !== '' && { transparencyCodes: codes.trim().split(/[\s,;]+/) }),
      })),
  };
}

const ITEM = /^packages\.(\d+)\.items\.(\d+)\.(\w+)$/;

/** A problem at the n-th item of a draft belongs to the field of the form, where empty ones count too. */
export function atField(problem: Problem, packages: readonly PackageForm[]): Problem {
  const [, at = '', index = '', field = ''] = ITEM.exec(problem.at ?? '') ?? [];
  const filled = packages[Number(at)]?.items.flatMap(({ quantity }, row) =>
    quantity > 0 ? [row] : [],
  );
  const row = filled?.[Number(index)];
  if (at === '' || row === undefined) return problem;
  const name = field === 'transparencyCodes' ? 'codes' : field;
  return { ...problem, at: `packages.${at}.items.${row}.${name}` };
}
