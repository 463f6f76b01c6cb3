import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nobody out and knows where they wanted to go. */
export type NoWayOut = {
  readonly url: string;
  readonly wanted: readonly string[];
  readonly close: () => Promise<void>;
};

export async function openNoWayOut(): Promise<NoWayOut> {
  const wanted: string[] = [];
  const server = createServer((_, response) => response.writeHead(403).end());
  server.on('connect', ({ url = '' }, socket) => {
    wanted.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    wanted,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
