import 'server-only';

// Staff door: taking orders in, reading them, and telling Amazon what became of them. Orders are
// named by Amazon's order ID; `marketplaceId` is one of the connection's stores.
export {
  countOrders,
  findOrders,
  ORDER_SORTS,
  ORDER_TABS,
  type OrderCounts,
  type OrderPage,
  type OrderQuery,
  type OrderSort,
  type OrderSummary,
  type OrderTab,
  selectOrders,
} from './store/find-orders.ts';
export { readSync, storesWithOrders, type SyncState } from './store/sync-store.ts';
export {
  carryOrderReport,
  type ImportedOrders,
  importOrders,
  ORDERS_REPORT_JOB,
  syncOrderReport,
} from './verbs/import-orders.ts';
export { loadOrder, type OneOrder, readBuyer, type Told } from './verbs/load-order.ts';
export { loadOrders } from './verbs/load-orders.ts';
export { purgeBuyers } from './verbs/purge-buyers.ts';
export {
  carryOrdersSync,
  ORDERS_SYNC_JOB,
  SYNC_EVERY_SECONDS,
  syncKey,
  syncOrders,
} from './verbs/sync-orders.ts';
export { type CancelOrdersInput, adjustOrder, cancelOrders } from './verbs/cancel-order.ts';
export { carryFeed } from './verbs/carry-feed.ts';
export {
  type CheckedConfirmation,
  checkConfirmationFile,
  confirmByFile,
  type ConfirmationInput,
  type SentConfirmation,
} from './verbs/confirm-by-file.ts';
export {
  type Confirmed,
  type ConfirmInput,
  confirmShipment,
  editPackage,
  TELL_JOB,
} from './verbs/confirm-shipment.ts';
export { carryTelling, connectionOfOrder } from './verbs/tell-amazon.ts';
export { connectionOfFeed, FEED_JOB } from './store/feed-store.ts';
export { availabilityOfSkus, type StockOfSku } from './verbs/availability.ts';
export {
  effectOfCanceling,
  effectOfConfirming,
  keepMetrics,
  type LateEffect,
  lookAhead,
  type MetricDay,
  metricHistory,
  type MetricNow,
  readMetrics,
} from './verbs/metrics.ts';
export { lookAfterOrders, noteDeadlines } from './verbs/look-after.ts';
export {
  HEAR_EVERY_SECONDS,
  hearChanges,
  QUEUE_JOB,
  subscribeToChanges,
} from './verbs/hear-changes.ts';
export { type QueueState, readQueueState, subscribedConnections } from './store/queue-store.ts';
export { takeOrderChange } from './verbs/order-changes.ts';
export { carryPerformance, PERFORMANCE_JOB } from './verbs/performance.ts';
export { listViews, type OrderView, removeView, renameView, saveView } from './verbs/views.ts';
export { recallMapping, rememberMapping } from './verbs/mappings.ts';
