// The simulator over HTTP, for clients that are not this application. Listens on loopback only.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { invariant } from '#lib/kernel';

import type { Simulator } from './simulator.ts';

export { plainDocuments } from './plain-documents.ts';

export type Listening = { readonly endpoint: string; readonly close: () => Promise<void> };

const MOST_BYTES = 20 * 1024 * 1024;

/** Serves the simulator from the root path; port 0 takes any free one. */
export async function listen(simulator: Simulator, port: number): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    answer(simulator, incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => close(server) };
}

async function answer(
  simulator: Simulator,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === 'too large') {
    outgoing.writeHead(413, { 'content-type': 'application/json' });
    outgoing.end('{"errors":[{"code":"RequestTooLarge","message":"The request is too large."}]}');
    return;
  }
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`);
  const response = await simulator.fetch(
    new Request(url, {
      method,
      headers: headersOf(incoming),
      ...(method === 'GET' || method === 'HEAD' || body.length === 0
        ? {}
        : { body: new Uint8Array(body) }),
    }),
  );
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | 'too large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BYTES) return 'too large';
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function portOf(server: Server): number {
  const address = server.address();
  invariant(address !== null && typeof address === 'object', 'the server listens on a port');
  return address.port;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
