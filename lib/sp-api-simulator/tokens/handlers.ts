import { HOUR, SECOND } from '#lib/kernel';
import { z } from 'zod';

import { accepted, badRequest } from '../answer.ts';
import { denied, restrictedTokenOf } from '../auth.ts';
import { handler } from '../call.ts';
import { mayReadPersonal } from '../roles.ts';

const RESTRICTED = [
  /^\/orders\/v0\/orders(\/[^/]+(\/(buyerInfo|address|orderItems|orderItems\/buyerInfo|regulatedInfo))?)?$/,
  /^\/mfn\/v0\/shipments(\/[^/]+)?$/,
  /^\/reports\/2021-06-30\/documents\/[^/]+$/,
];

const createRestrictedDataToken = handler(
  'tokens',
  'createRestrictedDataToken',
  {
    body: z.object({
      targetApplication: z.string().optional(),
      restrictedResources: z
        .array(
          z.object({
            method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
            path: z.string().startsWith('/'),
            dataElements: z
              .array(z.enum(['buyerInfo', 'shippingAddress', 'buyerTaxInformation']))
              .optional(),
          }),
        )
        .min(1)
        .max(50),
    }),
  },
  (turn, { body, seller }) => {
    const open = body.restrictedResources.find(
      ({ path }) => !RESTRICTED.some((pattern) => pattern.test(path)),
    );
    if (open) return badRequest('tokens', `The path ${open.path} is not a restricted resource.`);
    const personal = body.restrictedResources.some(
      ({ dataElements = [] }) => dataElements.length > 0,
    );
    if (personal && !mayReadPersonal(turn))
      return denied('The application has no role for the data elements that it asks for.');
    return accepted({
      restrictedDataToken: restrictedTokenOf(turn.dice, {
        sellerId: seller.id,
        issuedAt: turn.now,
        resources: body.restrictedResources,
      }),
      expiresIn: HOUR / SECOND,
    });
  },
);

export const TOKENS_HANDLERS = [createRestrictedDataToken];
