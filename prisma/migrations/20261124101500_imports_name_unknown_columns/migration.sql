-- AlterTable
ALTER TABLE "ListingsImport" ADD COLUMN     "unknownColumns" TEXT[] DEFAULT ARRAY[]::TEXT[];
