-- AlterTable
ALTER TABLE "LabelList" ADD COLUMN     "removedAt" TIMESTAMPTZ(3);
