-- CreateTable
CREATE TABLE "InboundMilestone" (
    "workspaceId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "shipmentId" TEXT NOT NULL,
    "warehouseId" TEXT NOT NULL,
    "solution" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundMilestone_pkey" PRIMARY KEY ("planId","shipmentId","status")
);

-- CreateTable
CREATE TABLE "InboundCosts" (
    "connectionId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "costs" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboundCosts_pkey" PRIMARY KEY ("connectionId","currency")
);

-- CreateIndex
CREATE INDEX "InboundMilestone_workspaceId_at_idx" ON "InboundMilestone"("workspaceId", "at");

-- AddForeignKey
ALTER TABLE "InboundMilestone" ADD CONSTRAINT "InboundMilestone_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboundCosts" ADD CONSTRAINT "InboundCosts_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Carriers now belong to the placement that they were asked for.
UPDATE "InboundOffers" SET "subject" = "InboundPlan"."doc" #>> '{placementConfirmed,offer,id}'
FROM "InboundPlan"
WHERE "InboundPlan"."id" = "InboundOffers"."planId"
  AND "InboundOffers"."kind" = 'transport'
  AND "InboundOffers"."subject" = ''
  AND "InboundPlan"."doc" #>> '{placementConfirmed,offer,id}' IS NOT NULL;
