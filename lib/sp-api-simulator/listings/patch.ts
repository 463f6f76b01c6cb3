import { z } from 'zod';

import type { Listing } from './entities.ts';
import { invalid, type Issue } from './issues.ts';

export const PatchRequest = z.object({
  productType: z.string().min(1),
  patches: z
    .array(
      z.object({
        op: z.enum(['add', 'replace', 'merge', 'delete']),
        path: z.string().min(1),
        value: z.array(z.record(z.string(), z.unknown())).optional(),
      }),
    )
    .min(1),
});
export type Patch = z.infer<typeof PatchRequest>['patches'][number];

type Availability = Listing['availability'];
export type Patched = { readonly listing: Listing; readonly issues: readonly Issue[] };

/** The listing as it would be after the patches, and what is wrong with the patches themselves. */
export function applyPatches(
  listing: Listing,
  patches: readonly Patch[],
  keepsDefault: boolean,
): Patched {
  let patched = listing;
  const issues: Issue[] = [];
  for (const patch of patches) {
    const name = /^\/attributes\/([a-z0-9_]+)$/.exec(patch.path)?.[1];
    if (name === undefined) {
      issues.push(invalid(patch.path, `The path '${patch.path}' is not supported.`));
    } else if (patch.op !== 'delete' && !patch.value) {
      issues.push(invalid(name, `The operation '${patch.op}' requires a value.`));
    } else if (name === 'fulfillment_availability') {
      const read = applyAvailability(patched.availability, patch, keepsDefault);
      if (read === undefined) issues.push(invalid(name, `The value of '${name}' is not valid.`));
      else patched = { ...patched, availability: read };
    } else {
      patched = { ...patched, attributes: applyAttribute(patched.attributes, name, patch) };
    }
  }
  if (patched.availability.length === 0)
    issues.push(invalid('fulfillment_availability', 'An offer needs a fulfillment channel.'));
  return { listing: patched, issues };
}

export const Entry = z.object({
  fulfillment_channel_code: z.string().min(1),
  quantity: z.number().int().min(0).optional(),
});

export function readAvailability(value: readonly unknown[]): Availability | undefined {
  const read = z.array(Entry).safeParse(value);
  if (!read.success) return undefined;
  return read.data.map(({ fulfillment_channel_code: channel, quantity }) =>
    quantity === undefined ? { channel } : { channel, quantity },
  );
}

function applyAvailability(
  current: Availability,
  patch: Patch,
  keepsDefault: boolean,
): Availability | undefined {
  const given = readAvailability(patch.value ?? []);
  if (!given) return undefined;
  const named = new Set(given.map(({ channel }) => channel));
  const others = current.filter(({ channel }) => !named.has(channel));
  if (patch.op === 'delete') return patch.value ? others : [];
  if (patch.op !== 'replace') return [...others, ...given];
  return keepsDefault
    ? [...others.filter(({ channel }) => channel === 'DEFAULT'), ...given]
    : given;
}

function applyAttribute(
  attributes: Listing['attributes'],
  name: string,
  patch: Patch,
): Listing['attributes'] {
  const current = attributes[name] ?? [];
  const value = patch.value ?? [];
  if (patch.op === 'delete')
    return Object.fromEntries(Object.entries(attributes).filter(([each]) => each !== name));
  if (patch.op === 'add') return { ...attributes, [name]: [...current, ...value] };
  if (patch.op === 'merge')
    return { ...attributes, [name]: [{ ...Object(current[0] ?? {}), ...value[0] }] };
  return { ...attributes, [name]: value };
}
