-- The number of the maker's barcode, by which an item is known at the packing table.
ALTER TABLE "Listing" ADD COLUMN "gtin" TEXT;

-- What makes an order a defect is told by Amazon's own report alone, and never of single orders.
ALTER TABLE "Order" DROP COLUMN "hasDefect";
