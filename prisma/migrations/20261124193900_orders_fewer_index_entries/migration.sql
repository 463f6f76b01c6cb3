-- What few orders are in is kept for those few alone, so that a new order has less to be written into.
DROP INDEX "Order_connectionId_marketplaceId_isCancelAsked_stage_dueAt_idx";
CREATE INDEX "Order_cancel_asked_idx" ON "Order" ("connectionId", "marketplaceId", "dueAt", "id")
  INCLUDE ("workspaceId") WHERE "isCancelAsked" AND "stage" IN ('unshipped', 'partial');

DROP INDEX "Order_connectionId_marketplaceId_canceledAt_idx";
CREATE INDEX "Order_canceled_idx" ON "Order" ("connectionId", "marketplaceId", "canceledAt")
  WHERE "canceledAt" IS NOT NULL;

-- In the order in which they are asked for.
DROP INDEX "Order_isPartial_connectionId_idx";
CREATE INDEX "Order_partial_idx" ON "Order" ("connectionId", "marketplaceId", "shipBy", "id")
  WHERE "isPartial";

-- Whose buyers have been purged is never looked at again.
DROP INDEX "Order_buyerState_purgeAt_idx";
CREATE INDEX "Order_purge_idx" ON "Order" ("purgeAt") WHERE "buyerState" <> 'purged';
