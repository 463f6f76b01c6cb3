import {
  type Carriers,
  carriersOf,
  checkConfirmation,
  type ConfirmationFile,
  type ConfirmationRow,
  type OpenItem,
} from '#lib/flat-files';
import {
  blocking,
  type Findings,
  gather,
  type Instant,
  marketplaceById,
  optional,
  problem,
  type Problem,
  warning,
} from '#lib/kernel';
import { isLateNow } from './deadlines.ts';
import {
  hasProgram,
  isCancelAsked,
  isOpen,
  isPending,
  type Order,
  type PackageItem,
  unitsOpen,
} from './order.ts';
import { calendarOf, dayOf } from './store-calendar.ts';

/** A package as the seller describes it. */
export type PackageDraft = {
  readonly carrierCode: string;
  readonly carrierName?: string;
  readonly trackingNumber: string;
  readonly shipMethod?: string;
  /** yyyy-mm-dd in the store's time zone. */
  readonly shipDate: string;
  readonly items: readonly PackageItem[];
};

export type ConfirmFacts = {
  readonly now: Instant;
  /** Where the goods leave from, where that is known. */
  readonly shipFromCountry?: string;
  /** The seller has seen the buyer's request and ships all the same. */
  readonly shipAnyway?: boolean;
  /** The reference of the package that is being edited. */
  readonly edits?: string;
};

/** What a check found, with what to write instead where that can be told. */
export type ConfirmFinding = Problem & { readonly suggestion?: string };
export type ConfirmFindings = {
  readonly blocking: readonly ConfirmFinding[];
  readonly warnings: readonly ConfirmFinding[];
};

/** Holds the packages against the order and Amazon's rules, before Amazon is told of them. */
export function checkPackages(
  order: Order,
  packages: readonly PackageDraft[],
  facts: ConfirmFacts,
): ConfirmFindings {
  const standing = checkStanding(order, facts);
  if (standing.blocking.length > 0) return standing;
  return gather(standing, checkCells(order, packages, facts), checkWhole(order, packages, facts));
}

/** Whether the order may be confirmed at all, whatever the packages. */
export function checkStanding(order: Order, facts: ConfirmFacts): Findings {
  const { orderId } = order;
  if (isPending(order)) return blocking(problem('order-pending', { orderId }));
  if (order.status === 'CANCELLED') return blocking(problem('order-canceled', { orderId }));
  if (order.fulfilledBy === 'AMAZON') return blocking(problem('order-of-amazon', { orderId }));
  if (hasProgram(order, 'FBM_SHIP_PLUS')) return blocking(problem('order-ship-plus', { orderId }));
  if (order.hasAmazonLabel === true) return blocking(problem('order-label-of-amazon', { orderId }));
  if (order.verification !== undefined && order.verification !== 'Approved')
    return blocking(problem('order-not-approved', { orderId, verification: order.verification }));
  if (facts.edits !== undefined) return checkEdited(order, facts.edits);
  if (!isOpen(order)) return blocking(problem('order-not-open', { orderId }));
  return warning(
    isLateNow(order, facts.now) ? problem('order-confirmed-late', { orderId }) : undefined,
  );
}

function checkEdited(order: Order, reference: string): Findings {
  const edited = order.packages.find((candidate) => candidate.reference === reference);
  const { orderId } = order;
  if (!edited) return blocking(problem('package-not-found', { orderId }));
  // Later edits help no metric and buyers have the parcel (help pages on VTR and OTDR, 2026-11-23).
  return edited.status === 'DELIVERED'
    ? blocking(problem('package-delivered', { orderId }))
    : { blocking: [], warnings: [] };
}

// The same rules as for a file: each item of a package is a row.
function checkCells(
  order: Order,
  packages: readonly PackageDraft[],
  facts: ConfirmFacts,
): ConfirmFindings {
  const rows: ConfirmationRow[] = [];
  const places: (readonly [number, number])[] = [];
  for (const [at, draft] of packages.entries())
    for (const [index, item] of draft.items.entries()) {
      rows.push({ line: rows.length, cells: cellsOf(order, draft, item) });
      places.push([at, index]);
    }
  const { problems } = checkConfirmation(fileOf(rows), {
    open: openItems(order, facts),
    carriers: carriersAt(order),
    today: dayOf(facts.now, calendarOf(order.marketplaceId)),
  });
  const found = new Map<string, ConfirmFinding & { readonly isError: boolean }>();
  for (const { line, column, code, severity, suggestion } of problems) {
    const [at = 0, index = 0] = places[line] ?? [];
    const place = placeOf(column, at, index);
    found.set(`${place} ${code}`, {
      code,
      facts: {},
      at: place,
      ...optional('suggestion', suggestion),
      isError: severity === 'error',
    });
  }
  const plain = [...found.values()].map(({ isError, ...finding }) => [isError, finding] as const);
  return {
    blocking: plain.filter(([isError]) => isError).map(([, finding]) => finding),
    warnings: plain.filter(([isError]) => !isError).map(([, finding]) => finding),
  };
}

function cellsOf(order: Order, draft: PackageDraft, item: PackageItem): ConfirmationRow['cells'] {
  const cells: readonly (readonly [Parameters<ConfirmationRow['cells']['get']>[0], string])[] = [
    ['order-id', order.orderId],
    ['order-item-id', item.orderItemId],
    ['quantity', String(item.quantity)],
    ['ship-date', draft.shipDate],
    ['carrier-code', draft.carrierCode.trim()],
    ['carrier-name', draft.carrierName?.trim() ?? ''],
    ['tracking-number', draft.trackingNumber.trim()],
    ['ship-method', draft.shipMethod?.trim() ?? ''],
    ['transparency_code', (item.transparencyCodes ?? []).join(',')],
  ];
  return new Map(cells.filter(([, text]) => text !== ''));
}

function fileOf(rows: readonly ConfirmationRow[]): ConfirmationFile {
  const rest = { unknownColumns: [], encoding: 'utf-8', headerLine: 0, header: [] } as const;
  return { rows, names: new Map(), ...rest };
}

/** The order's items as a file is checked against them. */
export function openItems(
  order: Pick<Order, 'orderId' | 'marketplaceId' | 'purchasedAt' | 'items' | 'packages'>,
  facts: Pick<ConfirmFacts, 'shipAnyway' | 'edits'> = {},
): readonly OpenItem[] {
  const edited = order.packages.find(({ reference }) => reference === facts.edits);
  const isCancellationAsked = isCancelAsked(order) && facts.shipAnyway !== true;
  const purchaseDate = dayOf(order.purchasedAt, calendarOf(order.marketplaceId));
  return order.items.map((item) => {
    const before = edited?.items.find(({ orderItemId }) => orderItemId === item.orderItemId);
    return {
      orderId: order.orderId,
      orderItemId: item.orderItemId,
      sku: item.sku,
      purchased: item.ordered,
      toShip: unitsOpen(item) + (before?.quantity ?? 0),
      purchaseDate,
      isTransparency: item.isTransparency === true,
      isCancellationAsked,
    };
  });
}

export function carriersAt({ marketplaceId }: Pick<Order, 'marketplaceId'>): Carriers {
  return carriersOf(marketplaceById(marketplaceId)?.country ?? '');
}

const FIELDS: Readonly<Record<string, string>> = {
  'ship-date': 'shipDate',
  'carrier-code': 'carrierCode',
  'carrier-name': 'carrierName',
  'tracking-number': 'trackingNumber',
  'ship-method': 'shipMethod',
};
const ITEM_FIELDS: Readonly<Record<string, string>> = {
  'order-item-id': 'orderItemId',
  quantity: 'quantity',
  transparency_code: 'transparencyCodes',
};

function placeOf(column: string, at: number, index: number): string {
  const field = FIELDS[column];
  if (field !== undefined) return `packages.${at}.${field}`;
  return `packages.${at}.items.${index}.${ITEM_FIELDS[column] ?? 'orderItemId'}`;
}

/** What only all packages together show. */
function checkWhole(
  order: Order,
  packages: readonly PackageDraft[],
  facts: ConfirmFacts,
): Findings {
  const { orderId } = order;
  const empty = packages.findIndex(({ items }) => items.length === 0);
  const country = marketplaceById(order.marketplaceId)?.country ?? '';
  const isAbroad = facts.shipFromCountry !== undefined && facts.shipFromCountry !== country;
  return gather(
    blocking(
      packages.length === 0 || empty >= 0
        ? problem('package-empty', { orderId }, `packages.${Math.max(0, empty)}`)
        : undefined,
      ...countTransparency(order, packages),
    ),
    warning(
      // Goods into the UK and the EU cross the border as one parcel per order (help page 641).
      isAbroad && ONE_PARCEL.has(country) && packages.length + order.packages.length > 1
        ? problem('order-split-across-border', { orderId })
        : undefined,
    ),
  );
}

const ONE_PARCEL = new Set(['GB', 'DE', 'FR', 'IT', 'ES', 'NL', 'SE', 'PL', 'BE', 'IE']);

function countTransparency(order: Order, packages: readonly PackageDraft[]): readonly Problem[] {
  const marked = new Set(
    order.items.filter((item) => item.isTransparency).map(({ orderItemId }) => orderItemId),
  );
  return packages.flatMap(({ items }, at) =>
    items.flatMap(({ orderItemId, quantity, transparencyCodes = [] }, index) => {
      const scanned = new Set(transparencyCodes).size;
      if (!marked.has(orderItemId) || scanned === 0 || scanned === quantity) return [];
      const place = `packages.${at}.items.${index}.transparencyCodes`;
      return [problem('transparency-codes-differ', { scanned, quantity }, place)];
    }),
  );
}

/** All that is open in one package, as the form begins. */
export function wholePackage(order: Order): readonly PackageItem[] {
  return order.items
    .filter((item) => unitsOpen(item) > 0)
    .map((item) => ({ orderItemId: item.orderItemId, quantity: unitsOpen(item) }));
}

/** R21: the reference of a new package: digits as a text, one more than any the order has. */
export function nextReference(order: Pick<Order, 'packages'>): string {
  const taken = order.packages.map(({ reference }) => Number(reference));
  return String(Math.max(0, ...taken.filter(Number.isSafeInteger)) + 1);
}
