-- CreateTable
CREATE TABLE "FirstLegBill" (
    "planId" TEXT NOT NULL,
    "shipmentId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "forwarder" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "fromCountry" TEXT NOT NULL,
    "warehouseId" TEXT NOT NULL,
    "bill" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "units" INTEGER NOT NULL,
    "grams" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FirstLegBill_pkey" PRIMARY KEY ("planId","shipmentId")
);

-- CreateTable
CREATE TABLE "FirstLegCost" (
    "planId" TEXT NOT NULL,
    "shipmentId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "FirstLegCost_pkey" PRIMARY KEY ("planId","shipmentId","sku")
);

-- CreateTable
CREATE TABLE "ForwarderTariff" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tariff" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ForwarderTariff_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FirstLegBill_connectionId_marketplaceId_updatedAt_idx" ON "FirstLegBill"("connectionId", "marketplaceId", "updatedAt");

-- CreateIndex
CREATE INDEX "FirstLegCost_connectionId_marketplaceId_sku_idx" ON "FirstLegCost"("connectionId", "marketplaceId", "sku");

-- CreateIndex
CREATE UNIQUE INDEX "ForwarderTariff_workspaceId_name_key" ON "ForwarderTariff"("workspaceId", "name");

-- AddForeignKey
ALTER TABLE "FirstLegBill" ADD CONSTRAINT "FirstLegBill_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FirstLegCost" ADD CONSTRAINT "FirstLegCost_planId_shipmentId_fkey" FOREIGN KEY ("planId", "shipmentId") REFERENCES "FirstLegBill"("planId", "shipmentId") ON DELETE CASCADE ON UPDATE CASCADE;
