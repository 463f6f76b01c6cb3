-- CreateTable
CREATE TABLE "ConsentAttempt" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "kind" "ConnectionKind" NOT NULL,
    "name" TEXT NOT NULL,
    "marketplaceId" TEXT NOT NULL,
    "redirectUri" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "problems" JSONB,

    CONSTRAINT "ConsentAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConnectionHealth" (
    "connectionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 0,
    "okAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "deniedAt" TIMESTAMPTZ(3),
    "throttledAt" TIMESTAMPTZ(3),
    "rate" DOUBLE PRECISION,

    CONSTRAINT "ConnectionHealth_pkey" PRIMARY KEY ("connectionId","kind","name")
);

-- CreateIndex
CREATE INDEX "ConsentAttempt_workspaceId_createdAt_idx" ON "ConsentAttempt"("workspaceId", "createdAt");

-- AddForeignKey
ALTER TABLE "ConnectionHealth" ADD CONSTRAINT "ConnectionHealth_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
