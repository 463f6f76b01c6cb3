-- CreateTable
CREATE TABLE "LabelList" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "lineCount" INTEGER NOT NULL,
    "labelCount" INTEGER NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LabelList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LabelListPrint" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "labelCount" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,
    "isReprint" BOOLEAN NOT NULL,
    "printer" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "printedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LabelListPrint_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LabelList_workspaceId_createdAt_idx" ON "LabelList"("workspaceId", "createdAt");

-- CreateIndex
CREATE INDEX "LabelListPrint_listId_printedAt_idx" ON "LabelListPrint"("listId", "printedAt");

-- AddForeignKey
ALTER TABLE "LabelList" ADD CONSTRAINT "LabelList_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabelListPrint" ADD CONSTRAINT "LabelListPrint_listId_fkey" FOREIGN KEY ("listId") REFERENCES "LabelList"("id") ON DELETE CASCADE ON UPDATE CASCADE;
