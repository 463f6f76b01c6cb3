-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_connectionId_userId_key" ON "CalendarFeed"("connectionId", "userId");

-- CreateIndex
CREATE INDEX "InboundPlan_connectionId_updatedAt_id_idx" ON "InboundPlan"("connectionId", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "InboundPlan_connectionId_shortUnits_closedAt_idx" ON "InboundPlan"("connectionId", "shortUnits", "closedAt");
