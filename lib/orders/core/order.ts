import type { Instant, Money } from '#lib/kernel';

/** Amazon's statuses, as Orders 2026-01-01 spells them. */
export const ORDER_STATUSES = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const PACKAGE_STATUSES = [
  'PENDING',
  'IN_TRANSIT',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
  'UNDELIVERABLE',
] as const;
export type PackageStatus = (typeof PACKAGE_STATUSES)[number];

/** What the carrier must or may not do, where Amazon says MANDATORY. */
export type ShippingConstraint =
  | 'pallet-delivery'
  | 'cash-on-delivery'
  | 'signature'
  | 'identity-check'
  | 'age-check';

export type OrderItem = {
  readonly orderItemId: string;
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly ordered: number;
  readonly shipped: number;
  readonly cancelled: number;
  /** Not told while the order is pending; zero is normal for a replacement. */
  readonly unitPrice?: Money;
  readonly isTransparency?: boolean;
  /** The buyer's official request to cancel, with the reason as Amazon words it. */
  readonly cancelRequest?: { readonly reason: string };
  readonly constraints?: readonly ShippingConstraint[];
  readonly iossNumber?: string;
};

export type PackageItem = {
  readonly orderItemId: string;
  readonly quantity: number;
  readonly transparencyCodes?: readonly string[];
};

export type OrderPackage = {
  /** Amazon's packageReferenceId: digits, and a text. */
  readonly reference: string;
  readonly carrier: string;
  readonly shipMethod?: string;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  /** When Amazon was told, which is what makes a shipment late or not. */
  readonly confirmedAt?: Instant;
  readonly status: PackageStatus;
  readonly detailedStatus?: string;
  readonly deliveredAt?: Instant;
  readonly items: readonly PackageItem[];
};

export type Window = { readonly earliest?: Instant; readonly latest?: Instant };

export type CanceledBy = 'BUYER' | 'MERCHANT' | 'AMAZON';
export type Verification = 'Pending' | 'Approved' | 'Rejected' | 'Expired' | 'Cancelled';

/** An order as Amazon last told it. The buyer and the address are not part of it; they are sealed. */
export type Order = {
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly fulfilledBy: 'MERCHANT' | 'AMAZON';
  readonly status: OrderStatus;
  readonly purchasedAt: Instant;
  readonly updatedAt: Instant;
  readonly serviceLevel?: string;
  /** PRIME, AMAZON_BUSINESS, FBM_SHIP_PLUS and whatever Amazon adds. */
  readonly programs: readonly string[];
  readonly shipBy?: Window;
  readonly deliverBy?: Window;
  readonly labelFrom?: Instant;
  /** Amazon's own announcement of the automatic cancellation, where it has made one. */
  readonly cancelNotifyAt?: Instant;
  readonly originalOrderId?: string;
  readonly verification?: Verification;
  readonly canceledBy?: CanceledBy;
  readonly total?: Money;
  readonly items: readonly OrderItem[];
  readonly packages: readonly OrderPackage[];
  /** Whether the label was bought through Amazon, which confirms the order by itself. */
  readonly hasAmazonLabel?: boolean;
};

export function isPending({ status }: Pick<Order, 'status'>): boolean {
  return status === 'PENDING' || status === 'PENDING_AVAILABILITY';
}

/** Whether units are waiting to be shipped. */
export function isOpen({ status }: Pick<Order, 'status'>): boolean {
  return status === 'UNSHIPPED' || status === 'PARTIALLY_SHIPPED';
}

export function hasProgram({ programs }: Pick<Order, 'programs'>, program: string): boolean {
  return programs.includes(program);
}

export function isCancelAsked({ items }: Pick<Order, 'items'>): boolean {
  return items.some(({ cancelRequest }) => cancelRequest !== undefined);
}

export function unitsOpen({ ordered, shipped, cancelled }: OrderItem): number {
  return Math.max(0, ordered - shipped - cancelled);
}

export function sumOf<Item>(items: readonly Item[], count: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
