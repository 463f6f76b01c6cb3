-- CreateTable
CREATE TABLE "InboundPlan" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "amazonPlanId" TEXT,
    "skuCount" INTEGER NOT NULL DEFAULT 0,
    "unitCount" INTEGER NOT NULL DEFAULT 0,
    "boxCount" INTEGER NOT NULL DEFAULT 0,
    "doc" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundOffers" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "payload" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "current" BOOLEAN NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundOffers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundErrand" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "moved" JSONB NOT NULL,
    "move" JSONB,
    "problems" JSONB NOT NULL,
    "transcript" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundErrand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundPrint" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "labelCount" INTEGER NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "actorName" TEXT NOT NULL,
    "printedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundPrint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Listing" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "asin" TEXT NOT NULL,
    "fnsku" TEXT,
    "title" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "priceMinor" INTEGER,
    "currency" TEXT NOT NULL,
    "quantity" INTEGER,
    "productType" TEXT,
    "dimensions" JSONB,
    "weight" JSONB,
    "isParent" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversion" (
    "listingId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Conversion_pkey" PRIMARY KEY ("listingId")
);

-- CreateTable
CREATE TABLE "ListingsImport" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fileName" TEXT,
    "reportId" TEXT,
    "read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "refused" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ListingsImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CasePack" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitsPerCase" INTEGER NOT NULL,
    "dimensions" JSONB NOT NULL,
    "weight" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CasePack_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InboundPlan_workspaceId_closedAt_updatedAt_idx" ON "InboundPlan"("workspaceId", "closedAt", "updatedAt");

-- CreateIndex
CREATE INDEX "InboundPlan_connectionId_amazonPlanId_idx" ON "InboundPlan"("connectionId", "amazonPlanId");

-- CreateIndex
CREATE INDEX "InboundOffers_planId_kind_current_idx" ON "InboundOffers"("planId", "kind", "current");

-- CreateIndex
CREATE INDEX "InboundErrand_state_updatedAt_idx" ON "InboundErrand"("state", "updatedAt");

-- CreateIndex
CREATE INDEX "InboundErrand_planId_startedAt_idx" ON "InboundErrand"("planId", "startedAt");

-- CreateIndex
CREATE INDEX "InboundPrint_planId_kind_printedAt_idx" ON "InboundPrint"("planId", "kind", "printedAt");

-- CreateIndex
CREATE INDEX "Listing_workspaceId_marketplaceId_title_idx" ON "Listing"("workspaceId", "marketplaceId", "title");

-- CreateIndex
CREATE INDEX "Listing_workspaceId_channel_idx" ON "Listing"("workspaceId", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "Listing_connectionId_marketplaceId_sku_key" ON "Listing"("connectionId", "marketplaceId", "sku");

-- CreateIndex
CREATE INDEX "Conversion_workspaceId_state_idx" ON "Conversion"("workspaceId", "state");

-- CreateIndex
CREATE INDEX "ListingsImport_workspaceId_startedAt_idx" ON "ListingsImport"("workspaceId", "startedAt");

-- CreateIndex
CREATE INDEX "CasePack_workspaceId_connectionId_sku_idx" ON "CasePack"("workspaceId", "connectionId", "sku");

-- AddForeignKey
ALTER TABLE "InboundPlan" ADD CONSTRAINT "InboundPlan_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundOffers" ADD CONSTRAINT "InboundOffers_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundErrand" ADD CONSTRAINT "InboundErrand_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundPrint" ADD CONSTRAINT "InboundPrint_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversion" ADD CONSTRAINT "Conversion_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "Listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
