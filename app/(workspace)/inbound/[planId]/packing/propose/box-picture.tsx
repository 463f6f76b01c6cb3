'use client';

import { useTranslations } from 'next-intl';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { Button } from '#components/ui/button';
import { Code, Quantity } from '#components/ui/figures';
import { layersOf, letterOf, pictureOf, type Placement, type Sides } from '#lib/cartonization';
import { readKey } from '#lib/inbound';
import { type LengthUnit, writeTicks } from '#lib/kernel';
import { BoxDrawing } from './box-drawing.tsx';
import { colourOf } from './colour-of-goods.ts';

type BoxPictureProps = {
  readonly title: string;
  readonly room: Sides;
  readonly placements: readonly Placement[];
  readonly unit: LengthUnit;
};

const FIRST_TURN = 30;
const TURN_STEP = 15;
const FIRST_TILT = 30;

/** A packed box to turn about and to take apart layer by layer, and the same in words. */
export function BoxPicture({ title, room, placements, unit }: BoxPictureProps) {
  const t = useTranslations('packing.picture');
  const layers = useMemo(() => layersOf(placements), [placements]);
  const goods = useMemo(() => [...new Set(placements.map(({ sku }) => sku))], [placements]);
  const [turn, setTurn] = useState(FIRST_TURN);
  const [tilt, setTilt] = useState(FIRST_TILT);
  const [step, setStep] = useState(layers.length);
  const drag = useDrag((across, down) => {
    setTurn((before) => (before - across + 360) % 360);
    setTilt((before) => Math.min(85, Math.max(5, before + down)));
  });
  const shown = useMemo(
    () => layers.slice(0, step).flatMap(({ indices }) => indices),
    [layers, step],
  );
  const picture = useMemo(
    () =>
      pictureOf(
        room,
        shown.flatMap((index) => placements[index] ?? []),
        { turn, tilt },
      ),
    [room, placements, shown, turn, tilt],
  );
  const size = [room.length, room.width, room.height].map(writeTicks).join(' × ');
  const unitName = unit.toLowerCase();
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-3"
    >
      <h5 className="font-semibold">{title}</h5>
      <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
        <div className="flex flex-col gap-2">
          <div {...drag} className="cursor-grab touch-none">
            <BoxDrawing
              picture={picture}
              label={t('label', { size, unit: unitName, step, layers: layers.length })}
              placements={shown.flatMap((index) => placements[index] ?? [])}
              goods={goods}
              upper={layers[step - 1]?.z ?? 0}
            />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <Button size="small" onClick={() => setTurn((turn + 360 - TURN_STEP) % 360)}>
              {t('turnLeft')}
            </Button>
            <Button size="small" onClick={() => setTurn((turn + TURN_STEP) % 360)}>
              {t('turnRight')}
            </Button>
            <Button size="small" onClick={() => setTilt(tilt > 60 ? FIRST_TILT : 85)}>
              {tilt > 60 ? t('aslant') : t('fromAbove')}
            </Button>
            <label className="flex items-center gap-2 text-sm">
              {t('layers')}
              <input
                type="range"
                min={1}
                max={layers.length}
                value={step}
                aria-valuetext={t('layerOf', { step, layers: layers.length })}
                onChange={({ target }) => setStep(Number(target.value))}
              />
            </label>
            <span className="text-sm text-muted" aria-hidden="true">
              {t('layerOf', { step, layers: layers.length })}
            </span>
          </div>
        </div>
        <ol className="flex max-h-96 flex-col gap-1 overflow-auto text-sm" aria-label={t('order')}>
          {layers.map(({ z, indices }, at) => (
            <li
              key={z}
              className={`rounded px-2 py-1 ${at + 1 === step ? 'bg-selected' : ''}`}
              aria-current={at + 1 === step ? 'step' : undefined}
            >
              <button
                type="button"
                className="font-medium text-link underline"
                onClick={() => setStep(at + 1)}
              >
                {t('layer', { number: at + 1, height: writeTicks(z), unit: unitName })}
              </button>
              <Pieces placements={placements} indices={indices} goods={goods} unit={unitName} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

type PiecesProps = {
  readonly placements: readonly Placement[];
  readonly indices: readonly number[];
  readonly goods: readonly string[];
  readonly unit: string;
};

/** What a layer is made of: alike pieces laid alike, with the side that points along the box. */
function Pieces({ placements, indices, goods, unit }: PiecesProps) {
  const t = useTranslations('packing.picture');
  const alike = new Map<string, { readonly piece: Placement; count: number }>();
  for (const index of indices) {
    const piece = placements[index];
    if (!piece) continue;
    const key = `${piece.sku} ${piece.length} ${piece.width} ${piece.height}`;
    const known = alike.get(key);
    if (known) known.count += 1;
    else alike.set(key, { piece, count: 1 });
  }
  return (
    <ul>
      {[...alike].map(([key, { piece, count }]) => (
        <li key={key} className="flex flex-wrap items-baseline gap-x-1.5">
          <Mark at={goods.indexOf(piece.sku)} />
          <span>
            <Quantity value={count} /> × <Code>{readKey(piece.sku).sku}</Code>
            {piece.units > 1 && <> ({t('case', { units: piece.units })})</>}
          </span>
          <span className="text-muted">
            {t('laid', {
              size: [piece.length, piece.width, piece.height].map(writeTicks).join(' × '),
              unit,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

type MarkProps = { readonly at: number };

function Mark({ at }: MarkProps) {
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0 self-center" aria-hidden="true">
      <rect width="16" height="16" rx="2" fill={colourOf(at, 'top')} stroke="#1f2933" />
      <text x="8" y="12" textAnchor="middle" fontSize="11" fill="#111827">
        {letterOf(at)}
      </text>
    </svg>
  );
}

/** So many degrees a picture turns for a pixel. */
const DEGREES_PER_PIXEL = 0.5;

function useDrag(move: (across: number, down: number) => void) {
  const from = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const end = () => {
    from.current = undefined;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (!from.current) return;
      const { x, y } = from.current;
      from.current = { x: event.clientX, y: event.clientY };
      move((event.clientX - x) * DEGREES_PER_PIXEL, (event.clientY - y) * DEGREES_PER_PIXEL);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}
