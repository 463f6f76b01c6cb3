import type { Instant } from '#lib/kernel';

import type { Details } from './buy-shipping/schemas.ts';
import type { ReportText } from './documents/report-text.ts';
import type {
  Packing,
  Plan,
  PlanItems,
  Previews,
  Shipment,
  ShipmentContent,
  Transport,
  Windows,
} from './inbound/entities.ts';
import type { Listing, Prep, Stock } from './listings/entities.ts';
import type { Arrivals, Buyer, Order } from './orders/entities.ts';
import type { ReportPeriod } from './reports/periods.ts';

/** How far the world runs ahead of the wall clock, or the pace it keeps instead. */
export type ClockState = {
  readonly id: 'clock';
  readonly offsetMs: number;
  readonly pace?: { readonly at: Instant; readonly since: Instant; readonly speed: number };
};

export type Seller = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly marketplaceIds: readonly string[];
  /** The scenario that the account was opened with. */
  readonly scenario?: string;
};

export type OperationProblem = {
  readonly code: string;
  readonly message: string;
  readonly severity: 'ERROR' | 'WARNING';
  readonly details: string;
};

/** Something Amazon said it would do: named, pending until `completesAt`, then final. */
export type OperationRecord = {
  readonly id: string;
  readonly sellerId: string;
  /** The plan it belongs to, or the digest of its content where there is none. */
  readonly subject: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly completesAt: Instant;
  readonly status: 'IN_PROGRESS' | 'SUCCESS' | 'FAILED';
  readonly problems: readonly OperationProblem[];
  /** What it will do; dropped when it is done. */
  readonly payload?: unknown;
};

export type EventKind =
  | 'operation'
  | 'fnsku'
  | 'shipment'
  | 'tracking'
  | 'report'
  | 'schedule'
  | 'void'
  | 'feed'
  | 'refund'
  | 'arrival'
  | 'order';

/** Something that will happen at an instant; `ref` is the id of the entity it happens to. */
export type DueEvent = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: EventKind;
  readonly ref: string;
  readonly step: string;
};

/** A file that can be fetched for a while: what to draw, not the bytes. */
export type FileRecord = {
  readonly id: string;
  readonly sellerId: string;
  /** When Amazon throws it away; links to it end sooner. */
  readonly expiresAt?: Instant;
  readonly content:
    | ({ readonly of: 'report' } & ReportText)
    | { readonly of: 'json'; readonly text: string }
    | {
        readonly of: 'box-labels';
        readonly shipmentId: string;
        readonly pageType: string;
        readonly boxIds: readonly string[];
      }
    | {
        readonly of: 'pallet-labels';
        readonly shipmentId: string;
        readonly pageType: string;
        readonly pallets: number;
      }
    | { readonly of: 'bill-of-lading'; readonly shipmentId: string }
    | {
        readonly of: 'item-labels';
        readonly marketplaceId: string;
        readonly items: readonly { readonly msku: string; readonly copies: number }[];
        readonly page:
          | { readonly pageType: string }
          | { readonly widthMm: number; readonly heightMm: number };
      };
};

/** What a feed and a report have in common: asked for, worked off at a time, and then a document. */
export type DocumentJob = {
  readonly id: string;
  readonly sellerId: string;
  readonly marketplaceIds: readonly string[];
  readonly createdAt: Instant;
  readonly startedAt: Instant;
  readonly completesAt: Instant;
  readonly status: 'IN_QUEUE' | 'DONE' | 'CANCELLED' | 'FATAL';
  readonly fileId?: string;
};

export type ReportRecord = DocumentJob & {
  readonly reportType: string;
  readonly reportOptions?: Readonly<Record<string, string>> | undefined;
  readonly dataStartTime?: string;
  readonly dataEndTime?: string;
  readonly scheduleId?: string;
};

/** A report that comes again and again. */
export type ReportSchedule = Pick<
  ReportRecord,
  'id' | 'sellerId' | 'reportType' | 'marketplaceIds' | 'reportOptions'
> & { readonly period: ReportPeriod; readonly nextAt: Instant };

/** A place for a file that a seller sends: empty until it is there. */
export type Upload = {
  readonly id: string;
  readonly sellerId: string;
  readonly contentType: string;
  readonly text?: string;
};

export type FeedRecord = DocumentJob & { readonly feedType: string; readonly uploadId: string };

export type LedgerEntry = {
  readonly id: string;
  readonly sellerId: string;
  readonly planId: string;
  readonly at: Instant;
  readonly reason: 'placement' | 'transport' | 'placement-refund' | 'transport-refund';
  readonly about: string;
  readonly minor: number;
  readonly currency: string;
};

/** Where notifications go: one queue of the application. */
export type Destination = {
  readonly id: string;
  readonly name: string;
  readonly resource: Readonly<Record<string, unknown>>;
};

export type Subscription = {
  readonly id: string;
  readonly sellerId: string;
  readonly type: string;
  readonly payloadVersion: string;
  readonly destinationId: string;
  readonly directive?: Readonly<Record<string, unknown>>;
};

/** A notification in its queue until somebody has taken it. */
export type Message = {
  readonly id: string;
  readonly destinationId: string;
  readonly at: Instant;
  readonly hiddenUntil: Instant;
  readonly received: number;
  readonly json: string;
};

/** A label that was bought through Amazon for a merchant's order. */
export type BoughtLabel = {
  readonly id: string;
  readonly sellerId: string;
  readonly orderId: string;
  readonly details: Details;
  readonly serviceId: string;
  readonly rateMinor: number;
  readonly currency: string;
  readonly tracking: string;
  readonly at: Instant;
  readonly updatedAt: Instant;
  readonly status: 'Purchased' | 'RefundPending' | 'RefundApplied';
};

/** An account in the practice shop of one seller. */
export type ShopBuyer = {
  readonly id: string;
  readonly sellerId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** How many orders it has placed. */
  readonly orders: number;
  readonly address?: Buyer;
};

/** What a seller's consent gives the application, to be exchanged once. */
export type ConsentCode = {
  readonly id: string;
  readonly sellerId: string;
  readonly expiresAt: Instant;
  readonly used: boolean;
};

/** What the application may do; without this entity, everything. */
export type Permissions = { readonly id: 'roles'; readonly roles: readonly string[] };

/** A token with which a call says that it is the same call. */
export type Idempotency = { readonly id: string; readonly at: Instant };

export type Tables = {
  readonly idempotency: Idempotency;
  readonly clock: ClockState;
  readonly seller: Seller;
  readonly listing: Listing;
  readonly prep: Prep;
  readonly stock: Stock;
  readonly operation: OperationRecord;
  readonly event: DueEvent;
  readonly file: FileRecord;
  readonly report: ReportRecord;
  readonly schedule: ReportSchedule;
  readonly ledger: LedgerEntry;
  readonly upload: Upload;
  readonly feed: FeedRecord;
  readonly destination: Destination;
  readonly subscription: Subscription;
  readonly message: Message;
  readonly 'bought-label': BoughtLabel;
  readonly permissions: Permissions;
  readonly code: ConsentCode;
  readonly buyer: ShopBuyer;
  readonly arrivals: Arrivals;
  readonly order: Order;
  readonly plan: Plan;
  readonly 'plan-items': PlanItems;
  readonly packing: Packing;
  readonly shipment: Shipment;
  readonly 'shipment-content': ShipmentContent;
  readonly transport: Transport;
  readonly windows: Windows;
  readonly previews: Previews;
};

export type Kind = keyof Tables;

export const KINDS: readonly Kind[] = [
  'idempotency',
  'clock',
  'seller',
  'listing',
  'prep',
  'stock',
  'operation',
  'event',
  'file',
  'report',
  'schedule',
  'ledger',
  'upload',
  'feed',
  'destination',
  'subscription',
  'message',
  'bought-label',
  'permissions',
  'code',
  'buyer',
  'arrivals',
  'order',
  'plan',
  'plan-items',
  'packing',
  'shipment',
  'shipment-content',
  'transport',
  'windows',
  'previews',
];
