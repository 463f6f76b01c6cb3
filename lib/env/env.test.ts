import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { addressOfHouse, readEnv } from './env.ts';

test('a fresh machine needs no variable at all', () => {
  expect(readEnv({})).toEqual({
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    port: 3000,
    host: undefined,
    publicUrl: undefined,
    secretKey: undefined,
    demo: true,
    simulatorPort: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    privateWebhooks: true,
    chromiumPath: undefined,
  });
});

test('the practice Amazon is exposed only where a port is named', () => {
  expect(readEnv({ FIRSTLEG_SIMULATOR_PORT: '4010' }).simulatorPort).toBe(4010);
  expect(() => readEnv({ FIRSTLEG_SIMULATOR_PORT: 'yes' })).toThrow('FIRSTLEG_SIMULATOR_PORT');
});

test('webhooks may call into the house only where it is a demo, or where that was asked for', () => {
  const own = { DATABASE_URL: 'postgresql://localhost/shop' };
  expect(readEnv(own).privateWebhooks).toBe(false);
  expect(readEnv({ ...own, FIRSTLEG_PRIVATE_WEBHOOKS: '1' }).privateWebhooks).toBe(true);
  expect(readEnv({ FIRSTLEG_PRIVATE_WEBHOOKS: '0' }).privateWebhooks).toBe(false);
});

test('a mail server is named by its address, and the sender is one line with a mailbox', () => {
  const mail = { FIRSTLEG_SMTP_URL: 'smtps://u:pw@mail.example:465' };
  expect(readEnv({ ...mail, FIRSTLEG_MAIL_FROM: 'Firstleg <post@example.com>' })).toMatchObject({
    smtpUrl: mail.FIRSTLEG_SMTP_URL,
    mailFrom: 'Firstleg <post@example.com>',
  });
  expect(() => readEnv({ FIRSTLEG_SMTP_URL: 'https://mail.example' })).toThrow('FIRSTLEG_SMTP_URL');
  expect(() => readEnv({ FIRSTLEG_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' })).toThrow(
    'FIRSTLEG_MAIL_FROM',
  );
});

test('an empty variable counts as absent', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', FIRSTLEG_DATA_DIR: '' })).toEqual(readEnv({}));
});

test("a database of one's own never gets a demo workspace silently", () => {
  const own = { DATABASE_URL: 'postgresql://localhost/shop' };
  expect(readEnv(own).demo).toBe(false);
  expect(readEnv({ ...own, FIRSTLEG_DEMO: '1' }).demo).toBe(true);
  expect(readEnv({ ...own, FIRSTLEG_EMBEDDED: '1' }).demo).toBe(true);
  expect(readEnv({ FIRSTLEG_DEMO: '0' }).demo).toBe(false);
});

test('wrong variables are named together, without their values', () => {
  const wrong = { PORT: 'http', FIRSTLEG_SECRET_KEY: 'hunter2', DATABASE_URL: 'mysql://me:pw@x' };
  expect(() => readEnv(wrong)).toThrow(/PORT.*FIRSTLEG_SECRET_KEY|FIRSTLEG_SECRET_KEY.*PORT/);
  expect(() => readEnv(wrong)).not.toThrow(/hunter2|me:pw/);
});

test('links out of the house lead to the address that people type', () => {
  expect(addressOfHouse({ publicUrl: 'https://ship.example/', port: 3000 })).toBe(
    'https://ship.example',
  );
  expect(addressOfHouse({ publicUrl: undefined, port: 3001 })).toBe('http://localhost:3001');
});
