'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Alert } from '#components/ui/alert';
import { Button } from '#components/ui/button';
import type { Arrangement, InboundPlan, PlannedBox, ShelfBox } from '#lib/inbound';
import { BoxPicture } from './box-picture.tsx';
import { orderPacking } from './pack-in-worker.ts';

type BoxInsideProps = {
  readonly title: string;
  readonly plan: InboundPlan;
  readonly box: PlannedBox;
  readonly shelf: readonly ShelfBox[];
  readonly close: () => void;
};

type Found = { readonly box: PlannedBox; readonly arrangement: Arrangement | undefined };

/** How the units of a box may lie, wherever the box came from; found anew when the box changes. */
export function BoxInside({ title, plan, box, shelf, close }: BoxInsideProps) {
  const t = useTranslations('packing.picture');
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    const answer = (arrangement: Arrangement | undefined) => setFound({ box, arrangement });
    const worker = orderPacking(
      { kind: 'arrange', plan, box, shelf },
      (news) => {
        if (news.kind === 'arranged') answer(news.arrangement);
      },
      () => answer(undefined),
    );
    return () => worker.terminate();
  }, [plan, box, shelf]);
  const arrangement = found?.box === box ? found.arrangement : undefined;
  return (
    <div className="flex flex-col gap-2">
      {arrangement ? (
        <BoxPicture
          key={JSON.stringify(box)}
          title={title}
          room={arrangement.room}
          placements={arrangement.placements}
          unit={box.dimensions?.unit ?? 'IN'}
        />
      ) : found?.box === box ? (
        <Alert level="information" live title={t('notFound')}>
          {t('notFoundMeans')}
        </Alert>
      ) : (
        <p>{t('looking')}</p>
      )}
      <div>
        <Button size="small" onClick={close}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
