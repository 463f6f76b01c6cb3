-- Notices leave the orders: other parts of the product will have some to tell, too.
ALTER TABLE "OrderNotice" RENAME TO "Notice";
ALTER TABLE "Notice" RENAME CONSTRAINT "OrderNotice_pkey" TO "Notice_pkey";
ALTER INDEX "OrderNotice_connectionId_dedupe_key" RENAME TO "Notice_connectionId_dedupe_key";
DROP INDEX "OrderNotice_workspaceId_at_idx";
DROP INDEX "OrderNotice_orderRowId_idx";
ALTER TABLE "Notice" RENAME COLUMN "orderId" TO "subjectId";
ALTER TABLE "Notice" DROP COLUMN "orderRowId",
  ADD COLUMN "notedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "Notice_connectionId_notedAt_id_idx" ON "Notice"("connectionId", "notedAt", "id");
CREATE INDEX "Notice_connectionId_kind_notedAt_id_idx" ON "Notice"("connectionId", "kind", "notedAt", "id");

-- What was seen is kept by connection and kind. Nobody could see notices so far.
DROP TABLE "NoticeSeen";
CREATE TABLE "NoticeSeen" (
    "workspaceId" TEXT NOT NULL,
    "connectionId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeSeen_pkey" PRIMARY KEY ("connectionId","userId","kind")
);

ALTER TABLE "NoticeChannel" ADD COLUMN "verifiedAt" TIMESTAMPTZ(3),
  ADD COLUMN "codeSealed" TEXT,
  ADD COLUMN "codeUntil" TIMESTAMPTZ(3),
  ADD COLUMN "codeTries" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "NoticeSending" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problems" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "NoticeSending_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "NoticeSending_channelId_createdAt_idx" ON "NoticeSending"("channelId", "createdAt");
CREATE INDEX "NoticeSending_channelId_state_nextAt_idx" ON "NoticeSending"("channelId", "state", "nextAt");
ALTER TABLE "NoticeSending" ADD CONSTRAINT "NoticeSending_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "NoticeChannel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A delivery has no state of its own any more: it goes with a sending, and that has one.
DROP INDEX "NoticeDelivery_state_updatedAt_idx";
DELETE FROM "NoticeDelivery";
ALTER TABLE "NoticeDelivery" DROP COLUMN "state",
  DROP COLUMN "attempts",
  DROP COLUMN "updatedAt",
  ADD COLUMN "kind" TEXT NOT NULL,
  ADD COLUMN "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "sendingId" TEXT;
CREATE INDEX "NoticeDelivery_channelId_sendingId_askedAt_idx" ON "NoticeDelivery"("channelId", "sendingId", "askedAt");
CREATE INDEX "NoticeDelivery_sendingId_idx" ON "NoticeDelivery"("sendingId");
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_sendingId_fkey" FOREIGN KEY ("sendingId") REFERENCES "NoticeSending"("id") ON DELETE CASCADE ON UPDATE CASCADE;
