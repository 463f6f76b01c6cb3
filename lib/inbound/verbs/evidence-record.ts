import { formatDateTime, formatDimensions, formatWeight, type Locale } from '#lib/i18n';
import type { Instant } from '#lib/kernel';
import type { RecordPaper, RecordSection, RecordWords } from '#lib/labels';
import type { PackDeed } from '../core/pack-log.ts';
import { photoFile } from '../photo-store.ts';
import type { Evidence } from './evidence-facts.ts';

/** The words of the record, in the language of whoever asks for it. */
export type EvidenceWords = {
  readonly paper: RecordWords;
  readonly title: string;
  readonly plan: string;
  readonly amazonPlan: string;
  readonly made: string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly statusOf: (status: string) => string;
  readonly deedOf: (kind: PackDeed['kind']) => string;
  readonly printOf: (kind: string) => string;
};
export type SectionName = 'boxes' | 'trail' | 'prints' | 'photos' | 'way' | 'received';
export type ColumnName =
  | 'shipment'
  | 'box'
  | 'contents'
  | 'weight'
  | 'size'
  | 'tracking'
  | 'when'
  | 'who'
  | 'what'
  | 'detail'
  | 'count'
  | 'file'
  | 'digest'
  | 'status'
  | 'sku'
  | 'shipped'
  | 'received';

type Around = {
  readonly words: EvidenceWords;
  readonly locale: Locale;
  readonly timeZone: string;
};

/** The evidence as tables: what was packed, scanned, labelled, photographed, handed over, counted. */
export function recordOf(found: Evidence, around: Around): RecordPaper {
  const { plan, isPractice, now } = found;
  const { words } = around;
  return {
    title: words.title,
    facts: [
      [words.plan, plan.name],
      [words.amazonPlan, plan.amazonPlanId],
      [words.made, timeIn(around)(now)],
    ],
    sections: [
      boxes(found, around),
      trail(found, around),
      prints(found, around),
      photos(found, around),
      way(found, around),
      received(found, around),
    ],
    simulated: isPractice,
  };
}

function timeIn({ locale, timeZone }: Around): (at: Instant) => string {
  return (at) => formatDateTime(locale, at, timeZone);
}

function section(
  { words }: Around,
  name: SectionName,
  columns: Readonly<Partial<Record<ColumnName, number>>>,
  rows: RecordSection['rows'],
): RecordSection {
  return {
    name,
    title: words.sections[name],
    columns: Object.entries(columns).map(([column, share]) => ({
      name: words.columns[column as ColumnName],
      share,
    })),
    rows,
  };
}

function nameOf({ plan }: Evidence): (shipmentId: string) => string {
  const names = new Map(plan.shipments.map(({ id, confirmationId }) => [id, confirmationId ?? id]));
  return (id) => names.get(id) ?? id;
}

function boxes({ plan }: Evidence, around: Around): RecordSection {
  const { locale } = around;
  const rows = plan.shipments.flatMap((shipment) =>
    shipment.boxes.map(({ boxId, packageId, items, weight, dimensions, tracking = '' }) => [
      boxId ?? packageId,
      items.map(({ sku, quantity }) => `${sku} × ${quantity}`).join(', '),
      weight ? formatWeight(locale, weight) : '',
      dimensions ? formatDimensions(locale, dimensions) : '',
      tracking,
    ]),
  );
  return section(
    around,
    'boxes',
    { box: 22, contents: 34, weight: 12, size: 20, tracking: 20 },
    rows,
  );
}

function trail({ scans }: Evidence, around: Around): RecordSection {
  const when = timeIn(around);
  const rows = scans.map(({ at, actorName, station, deed }) => [
    when(at),
    actorName,
    around.words.deedOf(deed.kind),
    `${station} ${detailOf(deed, around.locale)}`.trim(),
  ]);
  return section(around, 'trail', { when: 20, who: 18, what: 16, detail: 46 }, rows);
}

function detailOf(deed: PackDeed, locale: Locale): string {
  if (deed.kind === 'packed') return `${deed.boxId} ${deed.sku} × ${deed.units}`;
  if (deed.kind === 'weighed') return `${deed.boxId} ${formatWeight(locale, deed.weight)}`;
  if (deed.kind === 'undone') return deed.eventId;
  return deed.kind === 'taught' ? `${deed.code} ${deed.sku}` : deed.boxId;
}

function prints(found: Evidence, around: Around): RecordSection {
  const when = timeIn(around);
  const shipment = nameOf(found);
  const rows = found.prints
    .toReversed()
    .map(({ printedAt, actorName, kind, subject, labelCount }) => [
      when(printedAt),
      actorName,
      around.words.printOf(kind),
      subject === '' ? '' : shipment(subject),
      String(labelCount),
    ]);
  return section(around, 'prints', { when: 20, who: 18, what: 24, shipment: 20, count: 10 }, rows);
}

function photos({ photos: taken }: Evidence, around: Around): RecordSection {
  const when = timeIn(around);
  const rows = taken.map((photo) => [
    when(photo.at),
    photo.actorName,
    photo.box,
    photoFile(photo),
    photo.note,
    photo.sha256,
  ]);
  return section(
    around,
    'photos',
    { when: 16, who: 12, box: 18, file: 24, detail: 14, digest: 30 },
    rows,
  );
}

function way(found: Evidence, around: Around): RecordSection {
  const when = timeIn(around);
  const shipment = nameOf(found);
  const rows = found.milestones.map(({ at, shipmentId, status }) => [
    when(at),
    shipment(shipmentId),
    around.words.statusOf(status),
  ]);
  return section(around, 'way', { when: 24, shipment: 30, status: 30 }, rows);
}

function received(found: Evidence, around: Around): RecordSection {
  const rows = found.plan.shipments.flatMap(({ id, confirmationId, items }) =>
    items.map(({ sku, shipped, received: counted }) => [
      confirmationId ?? id,
      sku,
      String(shipped),
      counted === undefined ? '' : String(counted),
    ]),
  );
  return section(around, 'received', { shipment: 30, sku: 30, shipped: 14, received: 14 }, rows);
}
