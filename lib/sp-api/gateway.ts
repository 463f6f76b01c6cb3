import { CatalogItemsApi } from '@sp-api-sdk/catalog-items-api-2022-04-01';
import { FbaInboundEligibilityApi } from '@sp-api-sdk/fba-inbound-eligibility-api-v1';
import { FbaInventoryApi } from '@sp-api-sdk/fba-inventory-api-v1';
import { FeedsApi } from '@sp-api-sdk/feeds-api-2021-06-30';
import { FulfillmentInboundApi } from '@sp-api-sdk/fulfillment-inbound-api-2024-03-20';
import { FulfillmentInboundApi as FulfillmentInboundV0Api } from '@sp-api-sdk/fulfillment-inbound-api-v0';
import { ListingsItemsApi } from '@sp-api-sdk/listings-items-api-2021-08-01';
import { NotificationsApi } from '@sp-api-sdk/notifications-api-v1';
import { OrdersApi } from '@sp-api-sdk/orders-api-2026-01-01';
import { OrdersApi as OrdersV0Api } from '@sp-api-sdk/orders-api-v0';
import { ReportsApi } from '@sp-api-sdk/reports-api-2021-06-30';

import { createBridge } from './bridge.ts';
import { createDownload, type Download } from './download.ts';
import { createFees, type Fees } from './fees.ts';
import type { GatewayOptions } from './options.ts';
import { readPages } from './pages.ts';
import { createRestrictedReport, type RestrictedReport } from './restricted.ts';
import { createSellers, type Sellers } from './sellers.ts';
import { createSend } from './send.ts';
import { createUpload, type Upload } from './upload.ts';
import { wrap, type Wrapped } from './wrap.ts';

export type Gateway = {
  readonly sellerId: string;
  readonly inbound: Wrapped<FulfillmentInboundApi>;
  readonly inboundV0: Wrapped<FulfillmentInboundV0Api>;
  /** `sellerId` is filled in. */
  readonly listings: Wrapped<ListingsItemsApi, 'sellerId'>;
  readonly reports: Wrapped<ReportsApi>;
  readonly eligibility: Wrapped<FbaInboundEligibilityApi>;
  readonly catalog: Wrapped<CatalogItemsApi>;
  readonly inventory: Wrapped<FbaInventoryApi>;
  readonly orders: Wrapped<OrdersApi>;
  readonly ordersV0: Wrapped<OrdersV0Api>;
  readonly feeds: Wrapped<FeedsApi>;
  readonly fees: Fees;
  readonly notifications: Wrapped<NotificationsApi>;
  readonly sellers: Sellers;
  readonly restrictedReport: RestrictedReport;
  readonly upload: Upload;
  readonly download: Download;
  readonly pages: typeof readPages;
};

/** One seller's way to Amazon: keep it, since tokens and turns are remembered in it. */
export function createGateway(options: GatewayOptions): Gateway {
  const endpoint = options.endpoint.replace(/\/+$/, '');
  const send = createSend(options);
  const bridge = createBridge(endpoint, send);
  return {
    sellerId: options.sellerId,
    inbound: wrap(new FulfillmentInboundApi(undefined, endpoint, bridge)),
    inboundV0: wrap(new FulfillmentInboundV0Api(undefined, endpoint, bridge)),
    listings: wrap(new ListingsItemsApi(undefined, endpoint, bridge), {
      sellerId: options.sellerId,
    }),
    reports: wrap(new ReportsApi(undefined, endpoint, bridge)),
    eligibility: wrap(new FbaInboundEligibilityApi(undefined, endpoint, bridge)),
    catalog: wrap(new CatalogItemsApi(undefined, endpoint, bridge)),
    inventory: wrap(new FbaInventoryApi(undefined, endpoint, bridge)),
    orders: wrap(new OrdersApi(undefined, endpoint, bridge)),
    ordersV0: wrap(new OrdersV0Api(undefined, endpoint, bridge)),
    fees: createFees(endpoint, bridge),
    feeds: wrap(new FeedsApi(undefined, endpoint, bridge)),
    notifications: wrap(new NotificationsApi(undefined, endpoint, bridge)),
    sellers: createSellers(endpoint, send),
    restrictedReport: createRestrictedReport(endpoint, send),
    upload: createUpload(options),
    download: createDownload(options),
    pages: readPages,
  };
}
