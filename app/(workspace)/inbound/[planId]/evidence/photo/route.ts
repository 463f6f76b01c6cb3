import { notFound } from 'next/navigation';
import { openContext } from '#lib/context/server';
import { photoBytes } from '#lib/inbound/server';

type PhotoParams = { readonly params: Promise<{ readonly planId: string }> };

/** A photograph of a plan's box. */
export async function GET(request: Request, { params }: PhotoParams): Promise<Response> {
  const { planId } = await params;
  const id = new URL(request.url).searchParams.get('id') ?? '';
  const photo = await photoBytes(await openContext(), planId, id);
  if (!photo) notFound();
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      'content-type': photo.mime,
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    },
  });
}
