import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ReceivedCall = {
  readonly headers: IncomingHttpHeaders;
  readonly path: string;
  readonly body: string;
};

export type Receiver = {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** What it answers; 0 says nothing at all. */
  status: number;
  readonly close: () => Promise<void>;
};

/** A real HTTP server on this machine that keeps every call. */
export async function openReceiver(): Promise<Receiver> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      calls.push({ headers: request.headers, path: request.url ?? '', body });
      if (receiver.status === 0) return;
      response.writeHead(receiver.status, { location: '/elsewhere' });
      response.end('thank you');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    calls,
    status: 200,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
