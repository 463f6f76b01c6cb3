import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { CHANNEL } from './queue.ts';

/**
 * Proof of life: a running job holds an advisory lock of its worker's own connection. PostgreSQL
 * lets go of it when the process dies, however it dies, and only then may another worker start.
 */
export type Locks = {
  readonly take: (key: string) => Promise<boolean>;
  readonly release: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Listener = {
  /** Something was put into the queue. */
  readonly onNews: () => void;
  /** The lock of a running job was lost with the connection, and another worker has it now. */
  readonly onLost: (key: string) => void;
};

export async function openLocks(url: string, { onNews, onLost }: Listener): Promise<Locks> {
  const held = new Set<string>();
  let isClosed = false;
  let connection = connect();

  async function connect(): Promise<Client> {
    const client = new Client({ connectionString: url, keepAlive: true });
    client.on('error', () => undefined);
    client.on('notification', onNews);
    await client.connect();
    client.on('end', () => {
      if (isClosed) return;
      connection = reconnect();
      connection.catch(() => undefined);
    });
    await client.query(`LISTEN ${CHANNEL}`);
    return client;
  }

  async function reconnect(): Promise<Client> {
    for (;;) {
      await sleep(500);
      const client = await connect().catch(() => undefined);
      if (!client) {
        if (isClosed) throw new Error('the worker has stopped');
        continue;
      }
      for (const key of held) if (!(await lock(client, key))) onLost(key);
      return client;
    }
  }

  await connection;
  return {
    take: async (key) => {
      // One connection may take its own lock again; two jobs of one worker must not.
      if (held.has(key)) return false;
      held.add(key);
      const isOurs = await lock(await connection, key).catch(() => false);
      if (!isOurs) held.delete(key);
      return isOurs;
    },
    release: async (key) => {
      held.delete(key);
      const client = await connection;
      await client
        .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key])
        .catch(() => undefined);
    },
    close: async () => {
      isClosed = true;
      const client = await connection.catch(() => undefined);
      await client?.end();
    },
  };
}

async function lock(client: Client, key: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
    [key],
  );
  return rows[0]?.taken ?? false;
}
