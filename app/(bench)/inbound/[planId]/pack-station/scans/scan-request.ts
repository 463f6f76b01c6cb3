import { z } from 'zod';

const name = z.string().min(1).max(100);
const ticks = z.int().min(0).max(1e12);
const dimensions = z.object({
  length: ticks,
  width: ticks,
  height: ticks,
  unit: z.enum(['IN', 'CM']),
});
const boxId = name;

const deed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('box-opened'),
    boxId,
    groupId: name,
    dimensions: dimensions.exactOptional(),
  }),
  z.object({ kind: z.literal('sized'), boxId, dimensions }),
  z.object({
    kind: z.literal('packed'),
    boxId,
    sku: name,
    expiry: z.iso.date().exactOptional(),
    units: z.int().min(1).max(1e7),
  }),
  z.object({ kind: z.literal('undone'), eventId: name }),
  z.object({ kind: z.literal('box-closed'), boxId }),
  z.object({
    kind: z.literal('weighed'),
    boxId,
    weight: z.object({ amount: ticks, unit: z.enum(['LB', 'KG']) }),
  }),
  z.object({
    kind: z.literal('taught'),
    code: name,
    sku: name,
    units: z.int().min(1).max(10_000),
  }),
]);

/** What a bench sends. Twenty years from now and before Firstleg began nothing was scanned. */
export const ScanRequest = z.object({
  scans: z
    .array(
      z.object({
        station: z.string().regex(/^[0-9A-Z]{4,20}$/),
        sequence: z.int().min(1).max(9_999_999),
        at: z.int().min(1.6e12).max(2.5e12),
        by: name.exactOptional(),
        deed,
      }),
    )
    .max(500),
  after: z.int().min(0).max(2_000_000_000),
});
