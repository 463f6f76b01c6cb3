import { expect, test } from 'vitest';
import { rowId } from './row-id.ts';

test('rows written later have later names, and no two have the same', async () => {
  const first = rowId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  const later = Array.from({ length: 1_000 }, rowId);
  expect(new Set(later).size).toBe(1_000);
  for (const id of later) expect(id > first).toBe(true);
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
