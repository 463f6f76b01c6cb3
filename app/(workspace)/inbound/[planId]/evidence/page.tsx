import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Quantity } from '#components/ui/figures';
import { Stat } from '#components/ui/stat';
import { DateTimeText } from '#components/ui/times';
import { StepHeader } from '#components/wizard/step-header';
import { forbidden } from '#lib/context/server';
import { evidence, type Photo } from '#lib/inbound/server';
import { planPage, type PlanParams } from '../plan-page.ts';
import { PhotoForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('evidence');
  return { title: t('title') };
}

const LINK =
  'inline-flex min-h-8 items-center rounded border border-edge bg-surface px-3 font-medium';

/** What is on record of a plan, to be kept and to be shown to Amazon. */
export default async function EvidencePage({ params }: PlanParams) {
  const { planId } = await params;
  const page = await planPage(planId);
  const t = await getTranslations('evidence');
  const { plan, context, timeZone } = page;
  const found = await evidence(context, planId);
  if (!found.ok) throw new Error('the plan of the page is there');
  const { scans, prints, photos } = found.value;
  const boxes = plan.shipments.flatMap((shipment) => shipment.boxes);
  const figures = { boxes, scans, prints, photos };
  return (
    <>
      <StepHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        {(['boxes', 'scans', 'prints', 'photos'] as const).map((name) => (
          <Stat
            key={name}
            label={t(`counts.${name}`)}
            value={<Quantity value={figures[name].length} />}
          />
        ))}
      </div>
      <p className="flex flex-wrap gap-2">
        {(['pdf', 'zip'] as const).map((format) => (
          <a
            key={format}
            href={`/inbound/${planId}/evidence/file?format=${format}`}
            className={LINK}
            download
          >
            {t(format)}
          </a>
        ))}
      </p>
      {!forbidden(context, 'pack') && (
        <PhotoForm
          key={photos.length}
          planId={planId}
          boxes={boxes.flatMap(({ boxId }) => boxId ?? [])}
        />
      )}
      <Photos photos={photos} planId={planId} timeZone={timeZone} />
    </>
  );
}

type PhotosProps = {
  readonly photos: readonly Photo[];
  readonly planId: string;
  readonly timeZone: string;
};

async function Photos({ photos, planId, timeZone }: PhotosProps) {
  const t = await getTranslations('evidence');
  if (photos.length === 0) return <p className="text-muted">{t('none')}</p>;
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {photos.map(({ id, box, note, actorName, at }) => (
        <li key={id} className="flex min-w-0 flex-col gap-1 text-sm">
          <img
            src={`/inbound/${planId}/evidence/photo?id=${id}`}
            alt={t('photo', { box: box === '' ? t('ofPlan') : box })}
            loading="lazy"
            className="aspect-square w-full rounded border border-line object-cover"
          />
          <span className="truncate font-mono">{box === '' ? t('ofPlan') : box}</span>
          {note !== '' && <span className="break-words">{note}</span>}
          <span className="text-muted">
            {actorName}, <DateTimeText at={at} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
