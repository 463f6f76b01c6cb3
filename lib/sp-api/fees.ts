import {
  type GetMyFeesEstimateResponse,
  ProductFeesApi,
  type ProductFeesApiGetMyFeesEstimateForSKURequest,
} from '@sp-api-sdk/product-fees-api-v0';

import type { AmazonAnswer } from './answer.ts';
import { wrap } from './wrap.ts';

/** What Amazon takes for a listing at a price. */
export type Fees = {
  readonly getMyFeesEstimateForSKU: (
    parameters: ProductFeesApiGetMyFeesEstimateForSKURequest,
  ) => Promise<AmazonAnswer<GetMyFeesEstimateResponse>>;
};

type Bridge = ConstructorParameters<typeof ProductFeesApi>[2];

export function createFees(endpoint: string, bridge: Bridge): Fees {
  // The package types its answers by a name that today's axios does not have, as unknown that is.
  return wrap(new ProductFeesApi(undefined, endpoint, bridge)) as Fees;
}
