import { createHash } from 'node:crypto';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { type Context, forbidden } from '#lib/context/server';
import { writeCsv } from '#lib/flat-files';
import type { Locale } from '#lib/i18n';
import { type Instant, ok, problem, refuse, type Result } from '#lib/kernel';
import type { PaperSize } from '#lib/labels';
import { renderRecord } from '#lib/labels/server';
import {
  MOST_PHOTO_BYTES,
  MOST_PHOTOS,
  MOST_PHOTOS_PER_BOX,
  photoKind,
} from '../core/photo-kind.ts';
import { insertPhoto, photoBytes, photoFile, photosOf } from '../photo-store.ts';
import { loadPlan } from '../store.ts';
import { evidence } from './evidence-facts.ts';
import { type EvidenceWords, recordOf } from './evidence-record.ts';

export type AddPhotoInput = {
  readonly planId: string;
  /** Amazon's id of the box, or nothing for the whole plan */
  readonly box: string;
  readonly note: string;
  readonly bytes: Uint8Array;
};

/** Keeps a photograph of a box; what it is is told by what it holds. */
export async function addPhoto(
  context: Context,
  { planId, box, note, bytes }: AddPhotoInput,
): Promise<Result<{ readonly planId: string }>> {
  const stored = await loadPlan(context, planId);
  if (!stored) return refuse(problem('plan-not-found'));
  const notAllowed = forbidden(context, 'pack');
  if (notAllowed) return refuse(notAllowed);
  const boxes = stored.plan.shipments.flatMap((shipment) => shipment.boxes);
  if (box !== '' && !boxes.some(({ boxId }) => boxId === box))
    return refuse(problem('photo-box-unknown', { box }));
  if (bytes.length > MOST_PHOTO_BYTES)
    return refuse(problem('photo-too-large', { megabytes: MOST_PHOTO_BYTES / 1_000_000 }));
  const mime = photoKind(bytes);
  if (!mime) return refuse(problem('photo-no-picture'));
  const known = await photosOf(context, planId);
  const ofBox = known.filter((photo) => photo.box === box).length;
  if (known.length >= MOST_PHOTOS || ofBox >= MOST_PHOTOS_PER_BOX)
    return refuse(problem('too-many-photos', { most: MOST_PHOTOS_PER_BOX, ofPlan: MOST_PHOTOS }));
  await insertPhoto(context, { planId, box, mime, note: note.trim().slice(0, 200), bytes });
  return ok({ planId });
}

export type EvidenceFileInput = {
  readonly planId: string;
  readonly format: 'pdf' | 'zip';
  readonly size: PaperSize;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly words: EvidenceWords;
};

export type EvidenceFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** The record as a paper, or with its photographs and raw logs in an archive. */
export async function evidenceFile(
  context: Context,
  input: EvidenceFileInput,
): Promise<Result<EvidenceFile>> {
  const found = await evidence(context, input.planId);
  if (!found.ok) return found;
  const { size, words, format } = input;
  const record = recordOf(found.value, input);
  const pdf = await renderRecord(record, { size, words: words.paper });
  const name = `${found.value.plan.name} evidence`;
  if (format === 'pdf') return ok({ fileName: `${name}.pdf`, bytes: pdf });
  const files: Record<string, Uint8Array> = {
    'evidence.pdf': pdf,
    'evidence.json': strToU8(JSON.stringify(found.value, undefined, 2)),
  };
  for (const { name: file, columns, rows } of record.sections)
    files[`${file}.csv`] = strToU8(writeCsv([columns.map((column) => column.name), ...rows]));
  for (const photo of found.value.photos) {
    const picture = await photoBytes(context, input.planId, photo.id);
    if (picture) files[photoFile(photo)] = picture.bytes;
  }
  return ok({ fileName: `${name}.zip`, bytes: archive(files, found.value.now) });
}

// With the digest of every file, so that whoever looks can tell that none was changed.
function archive(files: Readonly<Record<string, Uint8Array>>, now: Instant): Uint8Array {
  const digests = Object.entries(files)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join('');
  const all: Zippable = {};
  for (const [name, bytes] of Object.entries({ ...files, SHA256SUMS: strToU8(digests) }))
    // Photographs are compressed already.
    all[name] = [bytes, { mtime: now, level: name.startsWith('photos/') ? 0 : 6 }];
  return zipSync(all);
}
