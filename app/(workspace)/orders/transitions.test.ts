import { expect, test } from 'vitest';
import { LOCALES } from '#lib/i18n';
import { messagesFor } from '#lib/i18n/server';
import { CANCEL_REASONS, TRANSITIONS } from '#lib/orders';

test('every step in the life of an order can be told, and who took it', () => {
  for (const locale of LOCALES) {
    const { history, cancel } = messagesFor(locale).order;
    for (const { id } of TRANSITIONS) {
      expect(history).toHaveProperty(id);
      expect(history.by).toHaveProperty(id);
    }
    expect(Object.keys(cancel.reasons)).toEqual([...CANCEL_REASONS]);
  }
});
