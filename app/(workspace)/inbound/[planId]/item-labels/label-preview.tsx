'use client';

import { useTranslations } from 'next-intl';
import { encodeCode128, ITEM_LABEL_SHEETS, type ItemLabel, type ItemLabelJob } from '#lib/labels';

type LabelPreviewProps = { readonly job: ItemLabelJob };

/** The first label, and where the labels come to lie on the first sheet; black on white always. */
export function LabelPreview({ job }: LabelPreviewProps) {
  const t = useTranslations('item-labels');
  const [first] = job.labels;
  const { stock } = job;
  const sheet =
    stock.kind === 'sheet'
      ? ITEM_LABEL_SHEETS.find(({ pageType }) => pageType === stock.pageType)
      : undefined;
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="text-sm font-medium">{t('preview')}</figcaption>
      {first && <OneLabel label={first} simulated={job.simulated} />}
      {sheet && stock.kind === 'sheet' && (
        <svg
          viewBox={`0 0 ${sheet.pageWidthMm} ${sheet.pageHeightMm}`}
          role="img"
          aria-label={t('sheetPreview', { start: stock.startAt ?? 1, count: onFirstSheet() })}
          className="w-40 border border-edge bg-white"
        >
          {Array.from({ length: sheet.columns * sheet.rows }, (_, index) => {
            const column = index % sheet.columns;
            const row = Math.floor(index / sheet.columns);
            const used =
              index + 1 >= (stock.startAt ?? 1) &&
              index + 1 < (stock.startAt ?? 1) + job.labelCount;
            return (
              <rect
                key={index}
                x={
                  sheet.leftMm +
                  column * (sheet.labelWidthMm + sheet.gapXMm) +
                  (stock.offsetXMm ?? 0)
                }
                y={
                  sheet.topMm + row * (sheet.labelHeightMm + sheet.gapYMm) + (stock.offsetYMm ?? 0)
                }
                width={sheet.labelWidthMm}
                height={sheet.labelHeightMm}
                rx={2}
                fill={used ? '#333' : '#fff'}
                stroke="#999"
                strokeWidth={0.6}
                strokeDasharray={used ? 'none' : '2 2'}
              />
            );
          })}
        </svg>
      )}
    </figure>
  );

  function onFirstSheet(): number {
    if (!sheet || stock.kind !== 'sheet') return 0;
    return Math.min(job.labelCount, sheet.columns * sheet.rows - (stock.startAt ?? 1) + 1);
  }
}

type OneLabelProps = { readonly label: ItemLabel; readonly simulated: boolean };

function OneLabel({ label, simulated }: OneLabelProps) {
  const code = encodeCode128(label.fnsku);
  return (
    <div className="flex flex-col items-center gap-0.5 rounded border border-edge bg-white px-3 py-2 text-center text-xs text-black">
      <svg
        viewBox={`0 0 ${code.modules} 24`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="h-10 w-full"
        shapeRendering="crispEdges"
      >
        {barsOf(code.widths).map(({ x, width }) => (
          <rect key={x} x={x} y={0} width={width} height={24} fill="#000" />
        ))}
      </svg>
      <span className="font-mono">{label.fnsku}</span>
      <span className="line-clamp-2">{label.title}</span>
      <span>{label.condition}</span>
      {label.line && <span>{label.line}</span>}
      {simulated && <span className="font-semibold">PRACTICE</span>}
    </div>
  );
}

function barsOf(widths: readonly number[]) {
  const bars: { x: number; width: number }[] = [];
  let x = 0;
  for (const [index, width] of widths.entries()) {
    if (index % 2 === 0) bars.push({ x, width });
    x += width;
  }
  return bars;
}
