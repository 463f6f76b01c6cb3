-- AlterTable
ALTER TABLE "BoxSize" ADD COLUMN     "inner" JSONB,
ADD COLUMN     "maxWeight" JSONB,
ADD COLUMN     "price" JSONB,
ADD COLUMN     "stock" INTEGER,
ADD COLUMN     "tare" JSONB;
