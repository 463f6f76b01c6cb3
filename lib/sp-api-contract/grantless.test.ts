import { expect, test } from 'vitest';

import { operationOf } from './find-operation.ts';
import { isGrantless } from './grantless.ts';

test('destinations belong to the application, subscriptions and orders to a seller', () => {
  expect(isGrantless(operationOf('notifications', 'createDestination'))).toBe(true);
  expect(isGrantless(operationOf('notifications', 'getSubscription'))).toBe(false);
  expect(isGrantless(operationOf('orders', 'getOrder'))).toBe(false);
});
