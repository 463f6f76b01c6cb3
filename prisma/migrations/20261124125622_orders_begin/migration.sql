-- CreateTable
CREATE TABLE "Order" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "purchasedAt" TIMESTAMPTZ(3) NOT NULL,
    "amazonUpdatedAt" TIMESTAMPTZ(3) NOT NULL,
    "shipBy" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "deliverBy" TIMESTAMPTZ(3),
    "cancelNotifyAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "canceledAt" TIMESTAMPTZ(3),
    "isCancelCounted" BOOLEAN NOT NULL DEFAULT false,
    "isCancelAsked" BOOLEAN NOT NULL DEFAULT false,
    "hasDefect" BOOLEAN NOT NULL DEFAULT false,
    "isPrime" BOOLEAN NOT NULL DEFAULT false,
    "isBusiness" BOOLEAN NOT NULL DEFAULT false,
    "totalMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "unitCount" INTEGER NOT NULL,
    "openUnitCount" INTEGER NOT NULL,
    "doc" JSONB NOT NULL,
    "buyerSealed" TEXT,
    "buyerState" TEXT NOT NULL DEFAULT 'not-told',
    "buyerDigests" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "purgeAt" TIMESTAMPTZ(3) NOT NULL,
    "isPartial" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderItem" (
    "orderRowId" TEXT NOT NULL,
    "orderItemId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "purchasedAt" TIMESTAMPTZ(3) NOT NULL,
    "sku" TEXT NOT NULL,
    "asin" TEXT NOT NULL,
    "openUnits" INTEGER NOT NULL,

    CONSTRAINT "OrderItem_pkey" PRIMARY KEY ("orderRowId","orderItemId")
);

-- CreateTable
CREATE TABLE "OrderPackage" (
    "orderRowId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "trackingNumber" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "isScanned" BOOLEAN NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderPackage_pkey" PRIMARY KEY ("orderRowId","reference")
);

-- CreateTable
CREATE TABLE "OrderCount" (
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "OrderCount_pkey" PRIMARY KEY ("connectionId","marketplaceId","stage")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "orderRowId" TEXT NOT NULL,
    "transition" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderMessage" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "orderRowId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "feedId" TEXT,
    "problems" JSONB NOT NULL,
    "actorName" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderFeed" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "feedType" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "amazonFeedId" TEXT,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "refusedCount" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OrderFeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderSync" (
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "updatedThrough" TIMESTAMPTZ(3),
    "windowFrom" TIMESTAMPTZ(3),
    "windowUntil" TIMESTAMPTZ(3),
    "pageToken" TEXT,
    "pageTokenAt" TIMESTAMPTZ(3),
    "reportId" TEXT,
    "syncedAt" TIMESTAMPTZ(3),
    "reportedAt" TIMESTAMPTZ(3),
    "isRoleMissing" BOOLEAN NOT NULL DEFAULT false,
    "problems" JSONB NOT NULL,

    CONSTRAINT "OrderSync_pkey" PRIMARY KEY ("connectionId","marketplaceId")
);

-- CreateTable
CREATE TABLE "OrderNotice" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "orderRowId" TEXT,
    "orderId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupe" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeSeen" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeSeen_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "NoticeChannel" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "targetSealed" TEXT NOT NULL,
    "secretSealed" TEXT,
    "kinds" TEXT[],
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeChannel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeDelivery" (
    "noticeId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeDelivery_pkey" PRIMARY KEY ("noticeId","channelId")
);

-- CreateTable
CREATE TABLE "OrderView" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfirmationMap" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConfirmationMap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MetricReading" (
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "whole" INTEGER NOT NULL,
    "share" DOUBLE PRECISION,
    "target" DOUBLE PRECISION,

    CONSTRAINT "MetricReading_pkey" PRIMARY KEY ("connectionId","marketplaceId","metric","day","source")
);

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_stage_dueAt_id_idx" ON "Order"("connectionId", "marketplaceId", "stage", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_stage_purchasedAt_id_idx" ON "Order"("connectionId", "marketplaceId", "stage", "purchasedAt", "id");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_stage_totalMinor_id_idx" ON "Order"("connectionId", "marketplaceId", "stage", "totalMinor", "id");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_purchasedAt_id_idx" ON "Order"("connectionId", "marketplaceId", "purchasedAt", "id");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_dueAt_id_idx" ON "Order"("connectionId", "marketplaceId", "dueAt", "id");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_isCancelAsked_stage_dueAt_idx" ON "Order"("connectionId", "marketplaceId", "isCancelAsked", "stage", "dueAt");

-- CreateIndex
CREATE INDEX "Order_isPartial_connectionId_idx" ON "Order"("isPartial", "connectionId");

-- CreateIndex
CREATE INDEX "Order_buyerState_purgeAt_idx" ON "Order"("buyerState", "purgeAt");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_canceledAt_idx" ON "Order"("connectionId", "marketplaceId", "canceledAt");

-- CreateIndex
CREATE INDEX "Order_connectionId_marketplaceId_deliverBy_idx" ON "Order"("connectionId", "marketplaceId", "deliverBy");

-- CreateIndex
CREATE INDEX "Order_buyerDigests_idx" ON "Order" USING GIN ("buyerDigests");

-- CreateIndex
CREATE UNIQUE INDEX "Order_connectionId_orderId_key" ON "Order"("connectionId", "orderId");

-- CreateIndex
CREATE INDEX "OrderItem_connectionId_marketplaceId_sku_purchasedAt_idx" ON "OrderItem"("connectionId", "marketplaceId", "sku", "purchasedAt");

-- CreateIndex
CREATE INDEX "OrderItem_connectionId_marketplaceId_asin_purchasedAt_idx" ON "OrderItem"("connectionId", "marketplaceId", "asin", "purchasedAt");

-- CreateIndex
CREATE INDEX "OrderPackage_connectionId_trackingNumber_idx" ON "OrderPackage"("connectionId", "trackingNumber");

-- CreateIndex
CREATE INDEX "OrderEvent_orderRowId_at_idx" ON "OrderEvent"("orderRowId", "at");

-- CreateIndex
CREATE INDEX "OrderMessage_orderRowId_askedAt_idx" ON "OrderMessage"("orderRowId", "askedAt");

-- CreateIndex
CREATE INDEX "OrderMessage_feedId_idx" ON "OrderMessage"("feedId");

-- CreateIndex
CREATE INDEX "OrderMessage_workspaceId_state_askedAt_idx" ON "OrderMessage"("workspaceId", "state", "askedAt");

-- CreateIndex
CREATE INDEX "OrderFeed_workspaceId_createdAt_idx" ON "OrderFeed"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "OrderFeed_connectionId_feedType_state_idx" ON "OrderFeed"("connectionId", "feedType", "state");

-- CreateIndex
CREATE INDEX "OrderSync_workspaceId_idx" ON "OrderSync"("workspaceId");

-- CreateIndex
CREATE INDEX "OrderNotice_workspaceId_at_idx" ON "OrderNotice"("workspaceId", "at");

-- CreateIndex
CREATE INDEX "OrderNotice_orderRowId_idx" ON "OrderNotice"("orderRowId");

-- CreateIndex
CREATE UNIQUE INDEX "OrderNotice_connectionId_dedupe_key" ON "OrderNotice"("connectionId", "dedupe");

-- CreateIndex
CREATE INDEX "NoticeChannel_workspaceId_userId_idx" ON "NoticeChannel"("workspaceId", "userId");

-- CreateIndex
CREATE INDEX "NoticeDelivery_state_updatedAt_idx" ON "NoticeDelivery"("state", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OrderView_workspaceId_userId_name_key" ON "OrderView"("workspaceId", "userId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmationMap_workspaceId_signature_key" ON "ConfirmationMap"("workspaceId", "signature");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderItem" ADD CONSTRAINT "OrderItem_orderRowId_fkey" FOREIGN KEY ("orderRowId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderPackage" ADD CONSTRAINT "OrderPackage_orderRowId_fkey" FOREIGN KEY ("orderRowId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderRowId_fkey" FOREIGN KEY ("orderRowId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderMessage" ADD CONSTRAINT "OrderMessage_orderRowId_fkey" FOREIGN KEY ("orderRowId") REFERENCES "Order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderMessage" ADD CONSTRAINT "OrderMessage_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "OrderFeed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "OrderNotice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "NoticeChannel"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- The counts beside the tabs: one statement that changes a thousand orders changes each count once.
CREATE FUNCTION "countOrders"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "OrderCount" ("connectionId", "marketplaceId", "stage", "count")
    SELECT "connectionId", "marketplaceId", "stage", COUNT(*) FROM "after"
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("connectionId", "marketplaceId", "stage")
    DO UPDATE SET "count" = "OrderCount"."count" + EXCLUDED."count";
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "OrderCount" ("connectionId", "marketplaceId", "stage", "count")
    SELECT "connectionId", "marketplaceId", "stage", -COUNT(*) FROM "before"
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("connectionId", "marketplaceId", "stage")
    DO UPDATE SET "count" = "OrderCount"."count" + EXCLUDED."count";
  ELSE
    INSERT INTO "OrderCount" ("connectionId", "marketplaceId", "stage", "count")
    SELECT "connectionId", "marketplaceId", "stage", SUM("change") FROM (
      SELECT "connectionId", "marketplaceId", "stage", -1 AS "change" FROM "before"
      UNION ALL
      SELECT "connectionId", "marketplaceId", "stage", 1 FROM "after"
    ) AS "changes"
    GROUP BY 1, 2, 3 HAVING SUM("change") <> 0 ORDER BY 1, 2, 3
    ON CONFLICT ("connectionId", "marketplaceId", "stage")
    DO UPDATE SET "count" = "OrderCount"."count" + EXCLUDED."count";
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "countInsertedOrders" AFTER INSERT ON "Order"
  REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "countOrders"();
CREATE TRIGGER "countUpdatedOrders" AFTER UPDATE ON "Order"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after"
  FOR EACH STATEMENT EXECUTE FUNCTION "countOrders"();
CREATE TRIGGER "countDeletedOrders" AFTER DELETE ON "Order"
  REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "countOrders"();
