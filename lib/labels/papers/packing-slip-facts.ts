/** The words that stand on packing slips, in the buyer's language. */
export type PackingSlipWords = {
  readonly packingSlip: string;
  readonly giftSlip: string;
  readonly order: string;
  readonly orderDate: string;
  readonly purchaseOrder: string;
  readonly shippingService: string;
  readonly buyer: string;
  readonly seller: string;
  readonly shipTo: string;
  readonly item: string;
  readonly sku: string;
  readonly condition: string;
  readonly orderItem: string;
  readonly quantity: string;
  readonly price: string;
  readonly total: string;
  readonly giftMessage: string;
  readonly returns: string;
  readonly simulated: string;
  readonly pageOf: (number: number, count: number) => string;
};

export type PackingSlipLine = {
  readonly sku: string;
  readonly title: string;
  readonly condition?: string;
  readonly orderItemId: string;
  readonly quantity: number;
  readonly priceText?: string;
};

/** An order as its packing slip shows it; texts are ready to print. */
export type PackingSlip = {
  readonly orderId: string;
  readonly orderDateText: string;
  readonly shippingService: string;
  readonly buyerName: string;
  readonly sellerName: string;
  readonly shipTo: readonly string[];
  /** of a business order; a missing one can hold payment back */
  readonly purchaseOrderNumber?: string;
  /** a gift shows no prices */
  readonly gift?: { readonly message?: string };
  readonly lines: readonly PackingSlipLine[];
  readonly totalText?: string;
  readonly returnsText: string;
  readonly simulated: boolean;
};
