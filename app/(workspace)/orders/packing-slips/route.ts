import { redirect } from 'next/navigation';
import { forbidden, openContext, type PageContext } from '#lib/context/server';
import { formatMoney, languageOfStore } from '#lib/i18n';
import { formatSlipDate, slipWords } from '#lib/i18n/server';
import { marketplaceById } from '#lib/kernel';
import type { PackingSlip } from '#lib/labels';
import { renderPackingSlips } from '#lib/labels/server';
import { addressLines, type Buyer, isOpen, type Order, unitsOpen } from '#lib/orders';
import { readBuyer } from '#lib/orders/server';
import { chosenOrders } from '../chosen.ts';

const MOST = 200;

/** The packing slips of the chosen orders as one PDF. Each address that is read for it is audited. */
export async function GET(request: Request): Promise<Response> {
  const context = await openContext();
  const { searchParams } = new URL(request.url);
  const params = {
    ...Object.fromEntries(searchParams),
    id: searchParams.getAll('id'),
  };
  if (forbidden(context, 'read-buyers')) redirect('/orders');
  const orders = (await chosenOrders(context, params)).filter(isOpen).slice(0, MOST);
  const slips: PackingSlip[] = [];
  for (const order of orders) {
    const read = await readBuyer(context, order.orderId, 'slip');
    if (read.ok) slips.push(slipOf(context, order, read.value));
  }
  if (slips.length === 0) redirect('/orders');
  const country = marketplaceById(orders[0]?.marketplaceId ?? '')?.country;
  // Buyers read slips, in the language of the store that they bought from.
  const t = slipWords(languageOfStore(country));
  const pdf = await renderPackingSlips(slips, {
    size: country === 'US' || country === 'CA' ? 'LETTER' : 'A4',
    words: {
      packingSlip: t('packingSlip'),
      giftSlip: t('giftSlip'),
      order: t('order'),
      orderDate: t('orderDate'),
      purchaseOrder: t('purchaseOrder'),
      shippingService: t('shippingService'),
      buyer: t('buyer'),
      seller: t('seller'),
      shipTo: t('shipTo'),
      item: t('item'),
      sku: t('sku'),
      condition: t('condition'),
      orderItem: t('orderItem'),
      quantity: t('quantity'),
      price: t('price'),
      total: t('total'),
      giftMessage: t('giftMessage'),
      returns: t('returns'),
      simulated: t('simulated'),
      pageOf: (number, count) => t('pageOf', { number, count }),
    },
  });
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="packing-slips.pdf"',
      'cache-control': 'no-store',
    },
  });
}

function slipOf(context: PageContext, order: Order, buyer: Buyer): PackingSlip {
  const store = marketplaceById(order.marketplaceId);
  const language = languageOfStore(store?.country);
  const message = buyer.giftMessages?.join('\n');
  const { purchaseOrderNumber } = buyer;
  return {
    orderId: order.orderId,
    orderDateText: formatSlipDate(language, order.purchasedAt, store?.timeZone ?? 'UTC'),
    shippingService: order.serviceLevel ?? '',
    buyerName: buyer.name ?? '',
    sellerName: context.connection.name,
    shipTo: buyer.address ? addressLines(buyer.address) : [],
    ...(purchaseOrderNumber !== undefined && { purchaseOrderNumber }),
    ...(message !== undefined && message !== '' && { gift: { message } }),
    lines: order.items
      .filter((item) => unitsOpen(item) > 0)
      .map((item) => ({
        sku: item.sku,
        title: item.title,
        orderItemId: item.orderItemId,
        quantity: unitsOpen(item),
        ...(item.unitPrice && { priceText: formatMoney(language, item.unitPrice) }),
      })),
    ...(order.total && { totalText: formatMoney(language, order.total) }),
    returnsText: slipWords(language)('returnsText', { domain: store?.domain ?? 'Amazon' }),
    simulated: context.connection.kind === 'practice',
  };
}
