'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import { COST_BASES } from '#lib/costing';
import { BILL_CURRENCIES, CHARGE_KINDS, FREIGHT_WAYS } from '#lib/inbound';
import { saveFirstLegCosts } from '#lib/inbound/server';

const Bill = z.object({
  planId: z.string(),
  shipmentId: z.string(),
  version: z.coerce.number().int(),
  forwarder: z.string().default(''),
  way: z.enum(FREIGHT_WAYS),
  divisor: z.string().default(''),
  charges: z.array(
    z.object({
      kind: z.enum(CHARGE_KINDS),
      amount: z.string().default(''),
      currency: z.enum(BILL_CURRENCIES),
      rate: z.string().default(''),
      rateDay: z.string().default(''),
      basis: z.enum(COST_BASES),
    }),
  ),
});

export async function keepBill(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Bill,
    verb: (context, { planId, shipmentId, version, ...typed }) =>
      saveFirstLegCosts(context, { planId, shipmentId, version, typed }),
    next: ({ planId }, { shipmentId }) => `/inbound/${planId}/costs?shipment=${shipmentId}`,
  });
}
