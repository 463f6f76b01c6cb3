import { KINDS, type Kind, type Tables } from './entities.ts';
import { canonical, digestOf } from './hash.ts';
import type { StoredEntity } from './store.ts';

/**
 * The whole state: keyed entities that are replaced, never changed. What a turn touches is remembered
 * until it is committed or rolled back, so that a world is always the one that was last saved.
 */
export type World = {
  readonly read: <K extends Kind>(kind: K, id: string) => Tables[K] | undefined;
  readonly all: <K extends Kind>(kind: K) => Iterable<Tables[K]>;
  readonly put: <K extends Kind>(kind: K, entity: Tables[K]) => void;
  readonly remove: (kind: Kind, id: string) => void;
  /** Ids of the kind whose index keys hold `key`, in the order in which they came. */
  readonly having: (kind: Kind, key: string) => readonly string[];
  /** The first of them. */
  readonly first: (kind: Kind, key: string) => string | undefined;
  /** What became of the things that are announced, since this was last asked. */
  readonly takeChanges: () => readonly Change[];
  readonly pending: () => {
    readonly put: StoredEntity[];
    readonly remove: { readonly kind: Kind; readonly id: string }[];
  };
  readonly entities: () => StoredEntity[];
  readonly commit: () => void;
  readonly rollback: () => void;
  readonly hash: () => string;
};

type AnyEntity = Tables[Kind];

const ANNOUNCED = ['order', 'listing', 'stock', 'report', 'feed'] as const;
type Announced = (typeof ANNOUNCED)[number];

/** One of the things that are announced, before and after. */
export type Change = {
  readonly [K in Announced]: {
    readonly kind: K;
    readonly before: Tables[K] | undefined;
    readonly after: Tables[K] | undefined;
  };
}[Announced];

const INDEXES: { readonly [K in Kind]?: (entity: Tables[K]) => readonly string[] } = {
  listing: (listing) => [
    `seller ${listing.sellerId}`,
    `asin ${listing.asin}`,
    `shelf ${listing.sellerId} ${listing.marketplaceId}`,
  ],
  prep: (prep) => [`seller ${prep.sellerId}`],
  stock: (stock) => [`seller ${stock.sellerId}`],
  operation: (operation) => [`subject ${operation.subject}`],
  report: (report) => [`seller ${report.sellerId}`],
  schedule: (schedule) => [`seller ${schedule.sellerId}`],
  subscription: (subscription) => [
    `seller ${subscription.sellerId}`,
    `destination ${subscription.destinationId}`,
  ],
  message: (message) => [`destination ${message.destinationId}`],
  'bought-label': (label) => [`order ${label.orderId}`],
  ledger: (entry) => [`plan ${entry.planId}`],
  plan: (plan) => [`seller ${plan.sellerId}`],
  upload: (upload) => [`seller ${upload.sellerId}`],
  feed: (feed) => [`seller ${feed.sellerId}`],
  order: (order) => [
    `seller ${order.sellerId}`,
    ...(order.buyerId ? [`buyer ${order.buyerId}`] : []),
  ],
  shipment: (shipment) => [
    `plan ${shipment.planId}`,
    `seller ${shipment.sellerId}`,
    ...(shipment.confirmationId ? [`confirmation ${shipment.confirmationId}`] : []),
  ],
};

// Operations that failed, files that were drawn and messages that were read leave no trace in what
// the world is.
const OUTSIDE_HASH = new Set<Kind>(['operation', 'file', 'message']);

/** Puts one whole world in the place of another. */
export function replaceWorld(world: World, stored: readonly StoredEntity[]): void {
  const kept = new Set(stored.map(({ kind, id }) => `${kind} ${id}`));
  for (const { kind, id } of world.entities())
    if (isKind(kind) && !kept.has(`${kind} ${id}`)) world.remove(kind, id);
  for (const { kind, id, json } of stored) {
    if (!isKind(kind)) throw new Error(`no kind of entity ${kind}`);
    const entity = JSON.parse(json) as Tables[Kind];
    if (entity.id !== id) throw new Error(`${kind} ${id} does not carry its id`);
    world.put(kind, entity);
  }
}

export function createWorld(stored: readonly StoredEntity[]): World {
  const tables = new Map<Kind, Map<string, AnyEntity>>(KINDS.map((kind) => [kind, new Map()]));
  const indexes = new Map<string, Set<string>>();
  const before = new Map<string, { kind: Kind; id: string; entity: AnyEntity | undefined }>();

  const table = (kind: Kind) => {
    const found = tables.get(kind);
    if (!found) throw new Error(`no table ${kind}`);
    return found;
  };
  const index = (kind: Kind, entity: AnyEntity, present: boolean) => {
    for (const key of keysOf(kind, entity)) {
      const ids = indexes.get(key) ?? new Set();
      indexes.set(key, ids);
      if (present) ids.add(entity.id);
      else ids.delete(entity.id);
    }
  };
  const set = (kind: Kind, id: string, entity: AnyEntity | undefined) => {
    const old = table(kind).get(id);
    const same = old && entity && keysOf(kind, old).join() === keysOf(kind, entity).join();
    if (old && !same) index(kind, old, false);
    if (entity) table(kind).set(id, entity);
    else table(kind).delete(id);
    if (entity && !same) index(kind, entity, true);
  };
  let changes: Change[] = [];
  const record = (kind: Kind, id: string, after: AnyEntity | undefined) => {
    if (!ANNOUNCED.some((each) => each === kind)) return;
    changes.push({ kind, before: table(kind).get(id), after } as Change);
  };
  const touch = (kind: Kind, id: string) => {
    const key = `${kind} ${id}`;
    if (!before.has(key)) before.set(key, { kind, id, entity: table(kind).get(id) });
  };

  for (const row of stored) {
    if (isKind(row.kind)) set(row.kind, row.id, JSON.parse(row.json) as AnyEntity);
  }
  return {
    read: <K extends Kind>(kind: K, id: string) => table(kind).get(id) as Tables[K] | undefined,
    all: <K extends Kind>(kind: K) => table(kind).values() as Iterable<Tables[K]>,
    put: (kind, entity) => {
      touch(kind, entity.id);
      record(kind, entity.id, entity);
      set(kind, entity.id, entity);
    },
    remove: (kind, id) => {
      touch(kind, id);
      record(kind, id, undefined);
      set(kind, id, undefined);
    },
    having: (kind, key) => [...(indexes.get(`${kind} ${key}`) ?? [])],
    first: (kind, key) => {
      const [first] = indexes.get(`${kind} ${key}`) ?? [];
      return first;
    },
    takeChanges: () => {
      const taken = changes;
      changes = [];
      return taken;
    },
    pending: () => pendingOf(before.values(), (kind, id) => table(kind).get(id)),
    entities: () =>
      [...tables].flatMap(([kind, rows]) =>
        [...rows].map(([id, entity]) => ({ kind, id, json: JSON.stringify(entity) })),
      ),
    commit: () => before.clear(),
    rollback: () => {
      for (const { kind, id, entity } of before.values()) set(kind, id, entity);
      before.clear();
      changes = [];
    },
    hash: () => hashOf(tables),
  };
}

/** What differs from what was saved. */
function pendingOf(
  touched: Iterable<{
    readonly kind: Kind;
    readonly id: string;
    readonly entity?: AnyEntity | undefined;
  }>,
  read: (kind: Kind, id: string) => AnyEntity | undefined,
): ReturnType<World['pending']> {
  const put: StoredEntity[] = [];
  const remove: { kind: Kind; id: string }[] = [];
  for (const { kind, id, entity } of touched) {
    const now = read(kind, id);
    if (now && now !== entity) put.push({ kind, id, json: JSON.stringify(now) });
    else if (!now && entity) remove.push({ kind, id });
  }
  return { put, remove };
}

function keysOf(kind: Kind, entity: AnyEntity): readonly string[] {
  const keys = INDEXES[kind] as ((entity: AnyEntity) => readonly string[]) | undefined;
  return keys ? keys(entity).map((key) => `${kind} ${key}`) : [];
}

function isKind(kind: string): kind is Kind {
  return KINDS.some((known) => known === kind);
}

function hashOf(tables: ReadonlyMap<Kind, ReadonlyMap<string, AnyEntity>>): string {
  const lines: string[] = [];
  for (const [kind, rows] of tables) {
    if (OUTSIDE_HASH.has(kind)) continue;
    for (const entity of rows.values()) lines.push(`${kind} ${canonical(entity)}`);
  }
  return digestOf(lines.sort());
}
