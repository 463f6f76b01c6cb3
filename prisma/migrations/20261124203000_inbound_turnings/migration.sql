-- CreateTable
CREATE TABLE "InboundMoney" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundMoney_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundReceipt" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "shipmentId" TEXT NOT NULL,
    "warehouseId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundDefectRead" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reportId" TEXT,
    "found" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundDefectRead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboundDefect" (
    "connectionId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "shipment" TEXT NOT NULL,
    "boxId" TEXT NOT NULL,
    "warehouseId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "coaching" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "expected" INTEGER,
    "received" INTEGER,
    "feeKind" TEXT NOT NULL,
    "feeMinor" INTEGER,
    "currency" TEXT,
    "reportedAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundDefect_pkey" PRIMARY KEY ("connectionId","key")
);

-- CreateTable
CREATE TABLE "InboundPhoto" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "box" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "byteCount" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InboundMoney_planId_at_idx" ON "InboundMoney"("planId", "at");

-- CreateIndex
CREATE INDEX "InboundReceipt_planId_at_idx" ON "InboundReceipt"("planId", "at");

-- CreateIndex
CREATE INDEX "InboundDefectRead_connectionId_marketplaceId_startedAt_idx" ON "InboundDefectRead"("connectionId", "marketplaceId", "startedAt");

-- CreateIndex
CREATE INDEX "InboundDefect_connectionId_shipment_idx" ON "InboundDefect"("connectionId", "shipment");

-- CreateIndex
CREATE INDEX "InboundPhoto_planId_at_idx" ON "InboundPhoto"("planId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "InboundPhoto_planId_box_sha256_key" ON "InboundPhoto"("planId", "box", "sha256");

-- AddForeignKey
ALTER TABLE "InboundMoney" ADD CONSTRAINT "InboundMoney_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundReceipt" ADD CONSTRAINT "InboundReceipt_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundDefectRead" ADD CONSTRAINT "InboundDefectRead_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundDefect" ADD CONSTRAINT "InboundDefect_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundPhoto" ADD CONSTRAINT "InboundPhoto_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
