/** A PDF for a browser or a print server: shown, not kept, and named for whoever saves it. */
export function pdfResponse(
  body: Uint8Array | ReadableStream<Uint8Array>,
  fileName: string,
): Response {
  const content = body instanceof ReadableStream ? body : new Uint8Array(body);
  return new Response(content, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': disposition(fileName),
      'cache-control': 'no-store',
    },
  });
}

export function pngResponse(body: Uint8Array): Response {
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': 'image/png', 'cache-control': 'no-store' },
  });
}

/** RFC 6266: a name in ASCII for old readers, and the name itself. */
export function disposition(fileName: string, how: 'inline' | 'attachment' = 'inline'): string {
  const plain = fileName.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
