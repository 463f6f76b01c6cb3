import { gzipSync } from 'node:zlib';

import { encode } from '#lib/flat-files';
import { type Instant, invariant } from '#lib/kernel';

import type { ReportText } from './documents/report-text.ts';

import { billOfLading } from './inbound/bill-of-lading.ts';
import { type BoxLabelFacts, boxLabelsOf, palletLabelsOf } from './inbound/box-labels.ts';
import { type ItemLabelFacts, itemLabelsOf } from './inbound/item-labels.ts';
import type { Turn } from './turn.ts';
import { writePdf } from './write-pdf.ts';

/** Draws what Amazon would print; given from outside, because the simulator draws nothing itself. */
export type SimulatorDocuments = {
  readonly boxLabels: (labels: readonly BoxLabelFacts[], pageType: string) => Promise<Uint8Array>;
  readonly itemLabels: (
    labels: readonly ItemLabelFacts[],
    page: { readonly pageType: string } | { readonly widthMm: number; readonly heightMm: number },
  ) => Promise<Uint8Array>;
};

export type FileJob = {
  readonly contentType: string;
  readonly draw: (documents: SimulatorDocuments) => Promise<Uint8Array>;
};

/** What a link opens, with everything read from the world that drawing needs. */
export function openFile(turn: Turn, token: string): FileJob | 'denied' {
  const [kind, id = '', expiresAt = ''] = turn.dice.unseal(token)?.split(' ') ?? [];
  const file = kind === 'file' ? turn.world.read('file', id) : undefined;
  if (!file || turn.now > Number(expiresAt)) return 'denied';
  if (file.expiresAt !== undefined && turn.now > file.expiresAt) return 'denied';
  const { content } = file;
  if (content.of === 'json')
    return {
      contentType: 'application/json',
      draw: async () => Buffer.from(content.text, 'utf8'),
    };
  if (content.of === 'report') {
    const bytes = gzipSync(bytesOf(content));
    const { encoding } = content;
    const contentType = encoding ? `text/plain; charset=${encoding}` : 'application/octet-stream';
    return { contentType, draw: async () => bytes };
  }
  if (content.of === 'box-labels') {
    const labels = boxLabelsOf(turn, content.shipmentId, content.boxIds);
    return pdf((documents) => documents.boxLabels(labels, content.pageType));
  }
  if (content.of === 'pallet-labels') {
    const labels = palletLabelsOf(turn, content.shipmentId, content.pallets);
    return pdf((documents) => documents.boxLabels(labels, content.pageType));
  }
  if (content.of === 'bill-of-lading') {
    const lines = billOfLading(turn, content.shipmentId);
    return pdf(async () => writePdf([lines]));
  }
  const labels = itemLabelsOf(turn, file.sellerId, content.marketplaceId, content.items);
  return pdf((documents) => documents.itemLabels(labels, content.page));
}

function bytesOf({ text, encoding }: ReportText): Uint8Array {
  if (!encoding) return Buffer.from(text, 'utf8');
  const characters = Array.from(text);
  const isMissing = (character: string) => !encode(character, encoding).ok;
  const missing = new Set([...new Set(characters)].filter(isMissing));
  const known = characters.map((character) => (missing.has(character) ? '?' : character));
  const written = encode(known.join(''), encoding);
  invariant(written.ok, 'only what the code page has is left');
  return written.value;
}

function pdf(draw: FileJob['draw']): FileJob {
  return { contentType: 'application/pdf', draw };
}

/** Takes a file in under its link; the content type must be the one that was announced. */
export function takeUpload(
  turn: Turn,
  token: string,
  file: { readonly contentType: string | null; readonly bytes: ArrayBuffer },
): 'taken' | 'denied' {
  const [kind, id = '', expiresAt = ''] = turn.dice.unseal(token)?.split(' ') ?? [];
  const upload = kind === 'upload' ? turn.world.read('upload', id) : undefined;
  if (!upload || turn.now > Number(expiresAt)) return 'denied';
  if (file.contentType?.toLowerCase() !== upload.contentType.toLowerCase()) return 'denied';
  turn.world.put('upload', { ...upload, text: decode(file.bytes, upload.contentType) });
  return 'taken';
}

// Japanese tools send Shift_JIS; what cannot be named is read as UTF-8.
function decode(bytes: ArrayBuffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** What S3 says about a link that is over or forged. */
export function deniedFile(requestId: string, now: Instant): Response {
  invariant(/^[\w-]+$/.test(requestId), 'request ids are plain');
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code>' +
    '<Message>Request has expired</Message>' +
    `<ServerTime>${new Date(now).toISOString()}</ServerTime>` +
    `<RequestId>${requestId}</RequestId></Error>`;
  return new Response(xml, { status: 403, headers: { 'content-type': 'application/xml' } });
}
