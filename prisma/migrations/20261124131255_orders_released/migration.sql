-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "wasReleased" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "OrderEvent" ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "OrderFeed" ADD COLUMN     "documentId" TEXT;

UPDATE "Order" SET "wasReleased" = true WHERE "stage" IN ('unshipped', 'partial', 'shipped') OR EXISTS (
  SELECT 1 FROM "OrderEvent" WHERE "orderRowId" = "Order"."id" AND "transition" = 'T6'
);
