import { disposition } from './pdf-response.ts';

/** A file to be kept, named for whoever saves it. */
export function fileResponse(bytes: Uint8Array, fileName: string, type: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': disposition(fileName, 'attachment'),
      'cache-control': 'no-store',
    },
  });
}
