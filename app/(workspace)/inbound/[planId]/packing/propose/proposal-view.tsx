'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Problems } from '#components/problems';
import { Button } from '#components/ui/button';
import { type Column, DataTable } from '#components/ui/data-table';
import { Code, DimensionsText, MoneyText, Quantity, WeightText } from '#components/ui/figures';
import { Stat } from '#components/ui/stat';
import { formatPercent } from '#lib/i18n';
import { lineKey, type Proposal, type ProposedBox, unitsIn } from '#lib/inbound';
import { type Dimensions, moneyFromDecimal } from '#lib/kernel';
import { BoxPicture } from './box-picture.tsx';

/** How many boxes and units are in the boxes that the proposal would take the place of. */
export type BoxesNow = { readonly boxes: number; readonly units: number };

type ProposalViewProps = {
  readonly title: string;
  readonly proposal: Proposal;
  readonly now: BoxesNow;
  readonly currency: string;
  readonly isPriced: boolean;
  readonly children: ReactNode;
};

type Row = ProposedBox & { readonly number: number };

/** What the engine proposes, beside what is there; `children` are the acts. */
export function ProposalView(props: ProposalViewProps) {
  const { title, proposal, now, currency, isPriced, children } = props;
  const t = useTranslations('packing.propose');
  const locale = useLocale();
  const [shown, setShown] = useState<number>();
  const { summary, count, units, expected, left } = proposal;
  const rows = proposal.boxes.map((box, at) => ({ ...box, number: at + 1 }));
  const picked = rows.find(({ number }) => number === shown);
  const cases = count - summary.boxes;
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h4 className="font-semibold">{title}</h4>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <Stat
          label={t('count')}
          value={<Quantity value={count} />}
          detail={t('bound', { least: summary.lowerBound + cases })}
        />
        <Stat
          label={t('packed')}
          value={t('ofUnits', { units, expected })}
          detail={t('packedMeans')}
        />
        <Stat
          label={t('fill')}
          value={formatPercent(locale, summary.fill)}
          detail={t('fillMeans')}
        />
        {isPriced && (
          <Stat
            label={t('cost')}
            value={<MoneyText amount={moneyFromDecimal(summary.cost, currency)} />}
            detail={t('costMeans')}
          />
        )}
        <Stat
          label={t('now')}
          value={<Quantity value={now.boxes} />}
          detail={t('nowMeans', { units: now.units, expected })}
        />
      </div>
      <Problems problems={left} level="warning" title={t('left', { count: left.length })} />
      <Boxes rows={rows} look={setShown} shown={shown} />
      {picked?.picture && (
        <BoxPicture
          key={picked.number}
          title={t('inBox', { number: picked.number, name: picked.name })}
          room={picked.picture.room}
          placements={picked.picture.placements}
          unit={picked.box.dimensions?.unit ?? 'IN'}
        />
      )}
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}

type BoxesProps = {
  readonly rows: readonly Row[];
  readonly shown: number | undefined;
  readonly look: (number: number | undefined) => void;
};

function Boxes({ rows, look, shown }: BoxesProps) {
  const t = useTranslations('packing.propose');
  const words = useTranslations('packing');
  const locale = useLocale();
  const columns: readonly Column<Row>[] = [
    {
      key: 'box',
      header: words('boxHeading'),
      cell: ({ number, name, box }) => (
        <>
          {words('box', { number })}
          <span className="block text-sm text-muted">
            {name} {box.dimensions && <OuterSize name={name} size={box.dimensions} />}
          </span>
        </>
      ),
    },
    {
      key: 'copies',
      header: words('copies'),
      numeric: true,
      cell: ({ box }) => <Quantity value={box.copies} />,
    },
    {
      key: 'weight',
      header: words('weight'),
      numeric: true,
      cell: ({ box }) => box.weight && <WeightText value={box.weight} />,
    },
    { key: 'content', header: words('content'), cell: Content, wrap: true },
    {
      key: 'units',
      header: words('unitsEach'),
      numeric: true,
      cell: ({ box }) => <Quantity value={unitsIn(box)} />,
    },
    {
      key: 'fill',
      header: t('fill'),
      numeric: true,
      cell: ({ picture }) => picture && formatPercent(locale, picture.fill),
    },
    {
      key: 'limit',
      header: t('limit'),
      cell: ({ picture }) => t(`limits.${picture?.limit ?? 'case'}`),
    },
    {
      key: 'look',
      header: t('look'),
      cell: ({ picture, number }) =>
        picture && (
          <Button
            size="small"
            aria-pressed={shown === number}
            aria-label={t('lookInto', { number })}
            onClick={() => look(shown === number ? undefined : number)}
          >
            {t('picture')}
          </Button>
        ),
    },
  ];
  return (
    <div className="max-h-112 overflow-auto">
      <DataTable
        id="proposal"
        caption={t('tableCaption')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
      />
    </div>
  );
}

type OuterSizeProps = { readonly name: string; readonly size: Dimensions };

/** Usual sizes are named by their measures, which need not be told twice. */
function OuterSize({ name, size }: OuterSizeProps) {
  const isNamed = /^[\d.]+ × [\d.]+ × [\d.]+ (in|cm)$/.test(name);
  return isNamed ? null : <DimensionsText value={size} />;
}

function Content({ box }: Row) {
  return (
    <ul>
      {box.items.map((item) => (
        <li key={lineKey(item)}>
          <Quantity value={item.quantity} /> × <Code>{item.sku}</Code>
          {item.expiry !== undefined && <span className="ms-1.5 text-sm">{item.expiry}</span>}
        </li>
      ))}
    </ul>
  );
}
