'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Problems } from '#components/problems';
import { Button } from '#components/ui/button';
import { LinkButton } from '#components/ui/link-button';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import type { Problem } from '#lib/kernel';
import { PAPER_SIZES, type PaperSize } from '#lib/labels';
import { TruePreview } from '../../../../printing/true-preview.tsx';

export type PaperName =
  | 'pick-list'
  | 'prep'
  | 'bench-sheet'
  | 'packing-guide'
  | 'pack-lists'
  | 'summary'
  | 'contents'
  | 'content-2d'
  | 'handling'
  | 'pallet-labels'
  | 'freight'
  | 'bill-of-lading';

export type PaperGroup = {
  readonly name: string;
  readonly shipmentId?: string;
  readonly kinds: readonly PaperName[];
  readonly problem?: Problem | undefined;
  /** how many pallets it goes on, where that was told */
  readonly pallets?: number;
};

type PaperDeskProps = {
  readonly planId: string;
  readonly groups: readonly PaperGroup[];
  readonly size: PaperSize;
  readonly labelWidthMm: number;
};

type Chosen = { readonly kind: PaperName; readonly shipmentId: string | undefined };

const WIDTH_MM: Readonly<Record<PaperSize, number>> = { LETTER: 215.9, A4: 210, LABEL: 101.6 };
const OWN_SIZE: ReadonlySet<PaperName> = new Set(['contents', 'content-2d'] as const);

/** The papers to choose from, and a look at the one that is about to be printed. */
export function PaperDesk({ planId, groups, size: first, labelWidthMm }: PaperDeskProps) {
  const t = useTranslations('papers');
  const [size, setSize] = useState(first);
  const [pallets, setPallets] = useState<string>();
  const [chosen, setChosen] = useState<Chosen>();
  // On a phone the picture stands above the list that it was chosen from.
  const place = useRef<HTMLDivElement>(null);
  const look = (next: Chosen): void => {
    setChosen(next);
    place.current?.scrollIntoView({ block: 'start' });
  };
  const address = (action: 'print' | 'preview', { kind, shipmentId }: Chosen): string => {
    const told = groups.find((group) => group.shipmentId === shipmentId)?.pallets ?? 1;
    const asked = new URLSearchParams({ kind, size, pallets: pallets ?? String(told) });
    if (shipmentId !== undefined) asked.set('shipment', shipmentId);
    return `/inbound/${planId}/papers/${action}?${asked}`;
  };
  const widthOf = (kind: PaperName): number => {
    if (kind === 'pallet-labels') return labelWidthMm;
    return OWN_SIZE.has(kind) ? WIDTH_MM.LABEL : WIDTH_MM[size];
  };
  const hasPallets = groups.some(({ kinds }) => kinds.includes('pallet-labels'));
  return (
    <div
      ref={place}
      className="grid scroll-mt-16 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="flex min-w-0 flex-col gap-5">
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            name="size"
            label={t('size')}
            defaultValue={size}
            onChange={({ target }) =>
              setSize(PAPER_SIZES.find((paper) => paper === target.value) ?? size)
            }
            options={PAPER_SIZES.map((value) => ({ value, label: t(`sizes.${value}`) }))}
          />
          {hasPallets && (
            <NumberField
              name="pallets"
              label={t('pallets')}
              least={1}
              defaultValue={String(groups.find((group) => group.pallets)?.pallets ?? 1)}
              onChange={({ target }) => setPallets(target.value)}
            />
          )}
        </div>
        {groups.map(({ name, shipmentId, kinds, problem }) => (
          <section key={name} aria-label={name} className="flex flex-col gap-2">
            <h3 className="font-semibold">{name}</h3>
            {problem ? (
              <Problems problems={[problem]} />
            ) : (
              <ul className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
                {kinds.map((kind) => (
                  <li key={kind} className="flex flex-wrap items-center gap-3 p-3">
                    <div className="min-w-0 flex-1 basis-56">
                      <p className="font-medium">{t(`kinds.${kind}.name`)}</p>
                      <p className="text-sm text-muted">{t(`kinds.${kind}.means`)}</p>
                    </div>
                    <Button
                      variant="secondary"
                      size="small"
                      aria-label={t('lookNamed', { paper: t(`kinds.${kind}.name`) })}
                      onClick={() => look({ kind, shipmentId })}
                    >
                      {t('look')}
                    </Button>
                    <LinkButton href={address('print', { kind, shipmentId })} size="small" newTab>
                      {t('open')}
                      <span className="sr-only">{t(`kinds.${kind}.name`)}</span>
                    </LinkButton>
                  </li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
      {chosen && (
        <div className="order-first min-w-0 lg:sticky lg:top-16 lg:order-none">
          <TruePreview
            src={address('preview', chosen)}
            widthMm={widthOf(chosen.kind)}
            name={t(`kinds.${chosen.kind}.name`)}
          />
        </div>
      )}
    </div>
  );
}
