-- DropIndex
DROP INDEX "OrderItem_connectionId_marketplaceId_asin_purchasedAt_idx";

-- DropIndex
DROP INDEX "OrderItem_connectionId_marketplaceId_sku_purchasedAt_idx";

-- DropIndex
DROP INDEX "Order_connectionId_marketplaceId_purchasedAt_id_idx";

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_purchasedAt_id_stage_dueAt_idx" ON "Order"("connectionId", "marketplaceId", "purchasedAt", "id", "stage", "dueAt", "workspaceId");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_totalMinor_id_idx" ON "Order"("connectionId", "marketplaceId", "totalMinor", "id");

-- CreateIndex
CREATE INDEX "OrderItem_connectionId_marketplaceId_sku_purchasedAt_orderR_idx" ON "OrderItem"("connectionId", "marketplaceId", "sku", "purchasedAt", "orderRowId");

-- CreateIndex
CREATE INDEX "OrderItem_connectionId_marketplaceId_sku_stage_purchasedAt__idx" ON "OrderItem"("connectionId", "marketplaceId", "sku", "stage", "purchasedAt", "orderRowId");

-- CreateIndex
CREATE INDEX "OrderItem_connectionId_marketplaceId_asin_purchasedAt_order_idx" ON "OrderItem"("connectionId", "marketplaceId", "asin", "purchasedAt", "orderRowId");

-- The few orders that are open among the many that are not, for the tabs of what is to be done and
-- their counts, which are read from the index alone.
CREATE INDEX "Order_open_idx" ON "Order" ("connectionId", "marketplaceId", "dueAt", "id")
  INCLUDE ("workspaceId", "isCancelAsked") WHERE "stage" IN ('unshipped', 'partial');

-- A filter that few orders pass must not walk past all the others.
CREATE INDEX "Order_prime_idx" ON "Order" ("connectionId", "marketplaceId", "stage", "purchasedAt", "id", "dueAt", "workspaceId")
  WHERE "isPrime";
CREATE INDEX "Order_business_idx" ON "Order" ("connectionId", "marketplaceId", "stage", "purchasedAt", "id", "dueAt", "workspaceId")
  WHERE "isBusiness";
