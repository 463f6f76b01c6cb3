CREATE TABLE "ChangeQueue" (
    "connectionId" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "destinationId" TEXT,
    "subscriptionId" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "readAt" TIMESTAMPTZ(3),
    "heardAt" TIMESTAMPTZ(3),
    "problems" JSONB NOT NULL,

    CONSTRAINT "ChangeQueue_pkey" PRIMARY KEY ("connectionId")
);
CREATE INDEX "ChangeQueue_workspaceId_idx" ON "ChangeQueue"("workspaceId");
ALTER TABLE "ChangeQueue" ADD CONSTRAINT "ChangeQueue_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
