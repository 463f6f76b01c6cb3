-- AlterTable
ALTER TABLE "InboundErrand" ADD COLUMN "stopAskedAt" TIMESTAMPTZ(3);
