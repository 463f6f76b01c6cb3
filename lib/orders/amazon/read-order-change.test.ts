import { describe, expect, it } from 'vitest';
import { readOrderChange } from './read-order-change.ts';

const notification = (summary: object) => ({
  NotificationType: 'ORDER_CHANGE',
  Payload: {
    OrderChangeNotification: {
      AmazonOrderId: '111-0000001-0000001',
      OrderChangeType: 'OrderStatusChange',
      Summary: { MarketplaceId: 'ATVPDKIKX0DER', FulfillmentType: 'MFN', ...summary },
    },
  },
});

describe('a notification of a changed order', () => {
  it('names the order to read, and the cancellation that only it announces', () => {
    expect(readOrderChange(notification({ CancelNotifyDate: '2026-12-01T08:00:00Z' }))).toEqual({
      orderId: '111-0000001-0000001',
      marketplaceId: 'ATVPDKIKX0DER',
      cancelNotifyAt: Date.UTC(2026, 11, 1, 8),
    });
    expect(readOrderChange(notification({}))).not.toHaveProperty('cancelNotifyAt');
  });

  it('of an order that Amazon fulfils, or of something else, is none of ours', () => {
    expect(readOrderChange(notification({ FulfillmentType: 'AFN' }))).toBeUndefined();
    for (const other of [undefined, 'text', {}, { Payload: { reportProcessingFinished: {} } }])
      expect(readOrderChange(other)).toBeUndefined();
  });
});
