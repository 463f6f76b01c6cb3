-- AlterTable
ALTER TABLE "InboundPlan" ADD COLUMN     "errandState" TEXT,
ADD COLUMN     "shortUnits" INTEGER NOT NULL DEFAULT 0;

UPDATE "InboundPlan" SET "errandState" = "doc" #>> '{errand,state}';

UPDATE "InboundPlan" SET "shortUnits" = "short"."units"
FROM (
  SELECT "plan"."id", SUM(("item" ->> 'shipped')::int - ("item" ->> 'received')::int) AS "units"
  FROM "InboundPlan" AS "plan",
    jsonb_path_query("plan"."doc", '$.shipments[*] ? (@.status == "CLOSED").items[*] ? (@.received < @.shipped)') AS "item"
  GROUP BY "plan"."id"
) AS "short"
WHERE "short"."id" = "InboundPlan"."id";

-- CreateIndex
CREATE INDEX "InboundPlan_connectionId_closedAt_dueAt_idx" ON "InboundPlan"("connectionId", "closedAt", "dueAt");

-- CreateIndex
CREATE INDEX "InboundPlan_connectionId_errandState_idx" ON "InboundPlan"("connectionId", "errandState");
