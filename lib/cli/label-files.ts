import { z } from 'zod';

const Contents = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('single'),
    sku: z.string().min(1),
    quantity: z.int().positive(),
    expiryText: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('mixed'),
    skuCount: z.int().positive(),
    unitCount: z.int().positive(),
  }),
]);

/** IN.json of `labels boxes`: the labels, in the order in which they are printed. */
export const BoxLabelsFile = z.array(
  z.object({
    boxId: z.string(),
    boxNumber: z.int().positive(),
    boxCount: z.int().positive(),
    weightText: z.string().exactOptional(),
    shipmentName: z.string(),
    shipmentConfirmationId: z.string(),
    createdText: z.string(),
    shipFrom: z.array(z.string()),
    shipTo: z.array(z.string()),
    warehouseId: z.string(),
    contents: Contents,
    simulated: z.boolean().default(false),
  }),
);

/** IN.json of `labels 2d`: one entry per box. */
export const BoxContentsFile = z.array(
  z.object({
    boxId: z.string(),
    boxNumber: z.int().positive(),
    boxCount: z.int().positive(),
    shipmentConfirmationId: z.string(),
    simulated: z.boolean().default(false),
    lines: z.array(
      z.object({
        idType: z.enum(['FNSKU', 'ASIN', 'UPC', 'EAN', 'ISBN']),
        id: z.string(),
        quantity: z.number(),
        expiryDate: z.string().exactOptional(),
      }),
    ),
  }),
);
