import { z } from 'zod';

const Item = z.object({
  sku: z.string(),
  expiry: z.string().optional(),
  quantity: z.string(),
});

const Edit = z.object({
  /** absent for a new box */
  packageId: z.string().optional(),
  gone: z.string().optional(),
  weight: z.string(),
  weightUnit: z.enum(['LB', 'KG']),
  length: z.string().optional(),
  width: z.string().optional(),
  height: z.string().optional(),
  lengthUnit: z.enum(['IN', 'CM']).optional(),
  items: z.array(Item),
});

/** What was typed into the boxes that the page showed. */
export const Edits = z.array(Edit);
export type BoxEdit = z.infer<typeof Edit>;
