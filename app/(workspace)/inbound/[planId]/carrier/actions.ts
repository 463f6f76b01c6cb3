'use server';

import { z } from 'zod';
import type { FormState } from '#lib/context';
import { act } from '#lib/context/server';
import type { PageContext } from '#lib/context/server';
import { changeWindow, confirmCarrier, offerCarriers, saveFreight } from '#lib/inbound/server';
import { money, ok, optional } from '#lib/kernel';
import { keepAndGoOn } from '../keep-and-go-on.ts';
import { withoutEchoes } from '../without-echoes.ts';
import { type FreightForm, freightForm, readFreight } from './typed-freight.ts';

const Ref = z.object({ planId: z.string(), version: z.coerce.number().int() });

const ShipDate = Ref.extend({ shipDate: z.string().default('') });

export async function askForCarriers(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: ShipDate,
    verb: offerCarriers,
    next: ({ planId }) => `/inbound/${planId}/carrier`,
  });
}

const Consent = Ref.extend({
  proposalId: z.string({ error: 'carrier-not-chosen' }),
  windows: z.record(z.string(), z.string()).default({}),
  /** every quoted carrier with the amount that stood on it */
  quotes: z
    .array(
      z.object({ id: z.string(), minor: z.coerce.number().int(), currency: z.string().length(3) }),
    )
    .default([]),
});

export async function acceptCarrier(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Consent,
    verb: async (context, { planId, version, proposalId, windows, quotes }) => {
      const seen = quotes.find(({ id }) => id === proposalId);
      const picked = Object.entries(windows).filter(([, windowId]) => windowId !== '');
      return confirmCarrier(context, {
        planId,
        version,
        proposalId,
        windows: Object.fromEntries(picked),
        ...optional('agreed', seen && money(seen.minor, seen.currency)),
      });
    },
    next: ({ planId }) => `/inbound/${planId}/box-labels`,
  });
}

/** Keeps the pallets as entered and asks who carries them. */
export async function askForFreight(_: FormState, form: FormData): Promise<FormState> {
  return keepAndGoOn(form, {
    schema: freightForm,
    keep: keepFreight,
    goOn: async (context, input, kept) =>
      offerCarriers(context, {
        ...kept,
        shipDate: input.shipDate,
        freight: readFreight(input).freight,
      }),
    next: ({ planId }) => `/inbound/${planId}/carrier`,
  });
}

async function keepFreight(context: PageContext, input: FreightForm) {
  const { freight, problems } = readFreight(input);
  const { planId, version, shipDate } = input;
  const saved = await saveFreight(context, { planId, version, shipDate, freight });
  if (!saved.ok) return saved;
  const missing = withoutEchoes(saved.value.findings.blocking, problems);
  return ok({ ...saved.value, problems: [...problems, ...missing] });
}

const Apart = Ref.extend({
  carriers: z.record(z.string(), z.string()),
  windows: z.record(z.string(), z.string()).default({}),
  minor: z.string().default(''),
  currency: z.string().length(3),
});

/** Confirms a carrier of its own for every shipment. */
export async function acceptApart(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: Apart,
    verb: async (context, { planId, version, carriers, windows, minor, currency }) =>
      confirmCarrier(context, {
        planId,
        version,
        proposalId: '',
        perShipment: carriers,
        windows: Object.fromEntries(Object.entries(windows).filter(([, id]) => id !== '')),
        ...optional('agreed', minor === '' ? undefined : money(Number(minor), currency)),
      }),
    next: ({ planId }) => `/inbound/${planId}/box-labels`,
  });
}

const OtherWindow = Ref.extend({
  shipmentId: z.string(),
  windows: z.record(z.string(), z.string()),
});

/** Takes another delivery window for one shipment. */
export async function takeOtherWindow(_: FormState, form: FormData): Promise<FormState> {
  return act(form, {
    schema: OtherWindow,
    verb: async (context, { planId, version, shipmentId, windows }) =>
      changeWindow(context, { planId, version, shipmentId, windowId: windows[shipmentId] ?? '' }),
    next: ({ planId }) => `/inbound/${planId}/carrier`,
  });
}
