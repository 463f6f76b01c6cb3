import { z } from 'zod';
import type { KnownAddress, PageContext } from '#lib/context/server';
import { shipFromAddresses } from '#lib/context/server';
import type { CaseOfLine, InboundPlan, PlanLine } from '#lib/inbound';
import type { SavePlanInput } from '#lib/inbound/server';
import { ok, optional, type Problem, readDecimal, type Result } from '#lib/kernel';
import { casePacks } from '#lib/listings/server';
import { KEPT_CASE } from './packing-choice.ts';

const typed = z.string().max(100).default('');

export const PlanForm = z.object({
  planId: z.string(),
  version: z.coerce.number().int(),
  name: z.string().max(500).default(''),
  addressId: z.string().optional(),
  /** when the boxes are packed */
  road: z.enum(['first', 'later']).optional(),
  lines: z
    .array(z.object({ sku: z.string(), quantity: typed, packing: typed, expiry: typed }))
    .default([]),
});
export type PlanForm = z.infer<typeof PlanForm>;

export type ReadPlan = {
  readonly input: SavePlanInput;
  /** entries that could not be read; the verb is given none for them */
  readonly problems: readonly Problem[];
};

/** What was typed in the plan step, with the address and the cases that it names. */
export async function readPlanForm(
  context: PageContext,
  form: PlanForm,
  plan: InboundPlan,
): Promise<Result<ReadPlan>> {
  const [addresses, packs] = await Promise.all([
    shipFromAddresses(context),
    casePacks(
      context,
      form.lines.map(({ sku }) => sku),
    ),
  ]);
  const known = new Map(packs.map((pack) => [pack.id, pack]));
  const problems: Problem[] = [];
  const lines = form.lines.map((line, index) => {
    const quantity = readQuantity(line.quantity);
    if (!quantity.ok) {
      const at = `lines.${index}.quantity`;
      problems.push(...quantity.problems.map((found) => ({ ...found, at })));
    }
    return {
      sku: line.sku,
      quantity: quantity.ok ? quantity.value : 0,
      ...optional('expiry', line.expiry === '' ? undefined : line.expiry),
      ...optional(
        'case',
        line.packing === KEPT_CASE
          ? caseNow(plan.lines, line.sku)
          : caseOf(known.get(line.packing)),
      ),
    };
  });
  const { planId, version, name } = form;
  const shipFrom = addressOf(addresses, form.addressId);
  return ok({
    input: {
      planId,
      version,
      name,
      lines,
      ...optional('shipFrom', shipFrom),
      ...optional('packsLater', form.road && form.road === 'later'),
    },
    problems,
  });
}

function addressOf(addresses: readonly KnownAddress[], id: string | undefined) {
  return addresses.find((known) => known.id === id)?.address;
}

function readQuantity(text: string): Result<number> {
  return text.trim() === '' ? ok(0) : readDecimal(text, 0);
}

function caseNow(lines: readonly PlanLine[], sku: string): CaseOfLine | undefined {
  return lines.find((line) => line.sku === sku && line.case)?.case;
}

function caseOf(pack: CaseOfLine | undefined): CaseOfLine | undefined {
  if (!pack) return undefined;
  const { name, unitsPerCase, dimensions, weight } = pack;
  return { name, unitsPerCase, dimensions, weight };
}
