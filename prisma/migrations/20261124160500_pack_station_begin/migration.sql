-- CreateTable
CREATE TABLE "PackScan" (
    "planId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "station" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "deed" JSONB NOT NULL,
    "undoes" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorName" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackScan_pkey" PRIMARY KEY ("planId","position")
);

-- CreateIndex
CREATE INDEX "PackScan_workspaceId_kind_idx" ON "PackScan"("workspaceId", "kind");

-- CreateIndex
CREATE INDEX "PackScan_workspaceId_undoes_idx" ON "PackScan"("workspaceId", "undoes");

-- CreateIndex
CREATE UNIQUE INDEX "PackScan_planId_station_sequence_key" ON "PackScan"("planId", "station", "sequence");

-- AddForeignKey
ALTER TABLE "PackScan" ADD CONSTRAINT "PackScan_planId_fkey" FOREIGN KEY ("planId") REFERENCES "InboundPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
