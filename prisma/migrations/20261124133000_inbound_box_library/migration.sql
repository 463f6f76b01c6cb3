-- CreateTable
CREATE TABLE "BoxSize" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "dimensions" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoxSize_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FactoryLayout" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FactoryLayout_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BoxSize_workspaceId_name_key" ON "BoxSize"("workspaceId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "FactoryLayout_workspaceId_name_key" ON "FactoryLayout"("workspaceId", "name");
