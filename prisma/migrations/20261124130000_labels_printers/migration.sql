-- AlterTable
ALTER TABLE "InboundPrint" ADD COLUMN     "counts" JSONB,
ADD COLUMN     "isReprint" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "printer" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "Printer" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "workstation" TEXT NOT NULL,
    "itemStock" TEXT NOT NULL,
    "boxPaper" TEXT NOT NULL,
    "paper" TEXT NOT NULL,
    "dpi" INTEGER NOT NULL,
    "marginMm" DOUBLE PRECISION NOT NULL,
    "offsetXMm" DOUBLE PRECISION NOT NULL,
    "offsetYMm" DOUBLE PRECISION NOT NULL,
    "scaleX" DOUBLE PRECISION NOT NULL,
    "scaleY" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Printer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Printer_workspaceId_idx" ON "Printer"("workspaceId");

-- AddForeignKey
ALTER TABLE "Printer" ADD CONSTRAINT "Printer_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
