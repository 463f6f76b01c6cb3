import type { Instant } from '#lib/kernel';

export type OrderStatus = 'PENDING' | 'UNSHIPPED' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'CANCELLED';

export type OrderLine = {
  readonly itemId: string;
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly ordered: number;
  readonly fulfilled: number;
  readonly cancelled: number;
  readonly unitMinor: number;
  /** Why the buyer wants out, if he does. */
  readonly cancelRequest?: string;
};

/** What the carrier last told Amazon; nothing before its first scan. */
export type Scan =
  | 'PICKED_UP'
  | 'OUT_FOR_DELIVERY'
  | 'DELIVERED'
  | 'RETURNING_TO_SELLER'
  | 'RETURNED_TO_SELLER'
  | 'LOST';

export type OrderPackage = {
  readonly reference: string;
  readonly carrier: string;
  readonly service?: string;
  readonly tracking: string;
  readonly shippedAt: Instant;
  readonly createdAt: Instant;
  readonly items: readonly { readonly itemId: string; readonly quantity: number }[];
  readonly scan?: Scan;
  readonly scannedAt?: Instant;
};

export type Buyer = {
  readonly name: string;
  readonly email: string;
  readonly addressLine1: string;
  readonly city: string;
  readonly state?: string;
  readonly postalCode: string;
  readonly country: string;
  readonly phone: string;
  readonly company?: string;
  readonly purchaseOrder?: string;
};

export type Refund = {
  readonly itemId: string;
  readonly minor: number;
  readonly reason: string;
  readonly at: Instant;
};

/** How an order is paid, and what becomes of it where a person has chosen that. */
export type Payment = {
  readonly method: 'card' | 'cash-on-delivery';
  readonly outcome?: 'approved' | 'examined' | 'declined';
};

/** One order; both order APIs are views of it. */
export type Order = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly placedAt: Instant;
  readonly updatedAt: Instant;
  /** When it left Pending for Unshipped. */
  readonly releasedAt?: Instant;
  readonly shipFrom: Instant;
  readonly shipBy: Instant;
  readonly deliverFrom: Instant;
  readonly deliverBy: Instant;
  readonly business: boolean;
  readonly prime: boolean;
  readonly buyer: Buyer;
  readonly lines: readonly OrderLine[];
  readonly packages: readonly OrderPackage[];
  readonly cancelledBy?: 'BUYER' | 'MERCHANT' | 'AMAZON';
  readonly payment?: Payment;
  readonly refunds?: readonly Refund[];
  /** The account that placed it in the practice shop. */
  readonly buyerId?: string;
};

/** How many orders a seller's practice shop gets in a day; none without one. */
export type Arrivals = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceId: string;
  readonly perDay: number;
  readonly since: Instant;
  readonly count: number;
};
