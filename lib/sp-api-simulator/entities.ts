import type { Instant } from '#lib/kernel';

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
import type { Arrivals, Order } from './orders/entities.ts';

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
  | 'void'
  | 'feed'
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
  readonly content:
    | { readonly of: 'report'; readonly text: string; readonly restricted?: boolean }
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

export type ReportRecord = {
  readonly id: string;
  readonly sellerId: string;
  readonly reportType: string;
  readonly marketplaceIds: readonly string[];
  readonly createdAt: Instant;
  readonly startedAt: Instant;
  readonly completesAt: Instant;
  readonly status: 'IN_QUEUE' | 'DONE' | 'CANCELLED' | 'FATAL';
  readonly dataStartTime?: string;
  readonly dataEndTime?: string;
  readonly fileId?: string;
};

/** A place for a file that a seller sends: empty until it is there. */
export type Upload = {
  readonly id: string;
  readonly sellerId: string;
  readonly contentType: string;
  readonly text?: string;
};

export type FeedRecord = {
  readonly id: string;
  readonly sellerId: string;
  readonly feedType: string;
  readonly marketplaceIds: readonly string[];
  readonly uploadId: string;
  readonly createdAt: Instant;
  readonly startedAt: Instant;
  readonly completesAt: Instant;
  readonly status: 'IN_QUEUE' | 'DONE' | 'CANCELLED' | 'FATAL';
  readonly fileId?: string;
};

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
  readonly ledger: LedgerEntry;
  readonly upload: Upload;
  readonly feed: FeedRecord;
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
  'ledger',
  'upload',
  'feed',
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
