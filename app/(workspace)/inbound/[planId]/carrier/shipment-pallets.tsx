import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Problems } from '#components/problems';
import { Button } from '#components/ui/button';
import { Select } from '#components/ui/select';
import { TextField } from '#components/ui/text-field';
import {
  checkPallets,
  FREIGHT_CLASSES,
  freightClassOf,
  freightDensity,
  type Pallet,
  type PalletLimits,
} from '#lib/inbound';
import { convertLength, convertWeight, type Problem } from '#lib/kernel';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import type { FreightView } from './freight-view.ts';
import { PalletRow } from './pallet-row.tsx';
import { blankPallet, readFreight, type TypedPallet } from './typed-freight.ts';

type ShipmentPalletsProps = {
  readonly shipment: FreightView;
  readonly index: number;
  readonly limits: PalletLimits;
  readonly currency: string;
  readonly problems: readonly Problem[];
};

type Row = TypedPallet & { readonly id: number };

/** The pallets of one shipment, proposed from its boxes and mended by hand. */
export function ShipmentPallets(props: ShipmentPalletsProps) {
  const { shipment, index, limits, currency, problems } = props;
  const { destination } = shipment;
  const t = useTranslations('freight');
  const isAlive = useHydrated();
  const [rows, setRows] = useState(() => numbered(shipment.pallets, 0));
  const [chosenClass, setChosenClass] = useState(shipment.freightClass);
  const at = `shipments.${index}`;
  const blank = blankPallet(limits.deck, {
    lengthUnit: limits.unit,
    weightUnit: limits.maxWeight.unit,
  });
  const { pallets } = palletsOf(shipment, rows, currency);
  const density = freightDensity(pallets);
  const proposed = freightClassOf(pallets);
  const nextId = () => Math.max(-1, ...rows.map(({ id }) => id)) + 1;

  function follow(event: FormEvent<HTMLElement>): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const [, number, field] = /pallets\.(\d+)\.(\w+)$/.exec(target.name) ?? [];
    if (field === undefined || field === 'stackable') return;
    setRows((before) =>
      before.map((row, place) =>
        place === Number(number) ? { ...row, [field]: target.value } : row,
      ),
    );
  }

  return (
    <section
      aria-label={t('shipment', { destination })}
      className="flex flex-col gap-3"
      onInput={follow}
    >
      <input type="hidden" name={`${at}.shipmentId`} value={shipment.shipmentId} />
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="font-semibold">{t('shipment', { destination })}</h3>
        <span className="text-sm text-muted">{t('boxes', { count: shipment.boxes })}</span>
      </div>
      <Problems problems={problems.filter((found) => found.at === at)} />
      {pallets.length > 0 && (
        <Problems
          problems={checkPallets(pallets, { boxes: shipment.boxes, limits, at }).warnings}
          level="warning"
        />
      )}
      {[...rows, ...(isAlive ? [] : [{ ...blank, id: nextId() }])].map((row, number) => (
        <PalletRow
          key={row.id}
          name={`${at}.pallets.${number}`}
          title={t('row', { number: number + 1, destination })}
          row={row}
          problems={problems}
          {...(isAlive && {
            remove: {
              label: t('removeNamed', { number: number + 1, destination }),
              act: () => setRows((before) => before.filter(({ id }) => id !== row.id)),
            },
          })}
        />
      ))}
      {isAlive && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setRows((before) => [...before, { ...blank, id: nextId() }])}>
            {t('add')}
          </Button>
          <Button variant="quiet" onClick={() => setRows(numbered(shipment.proposed, nextId()))}>
            {t('propose')}
          </Button>
        </div>
      )}
      <p className="text-sm text-muted">
        {t('total', {
          pallets: pallets.reduce((sum, { count }) => sum + count, 0),
          loaded: pallets.reduce((sum, { count, boxes }) => sum + count * boxes, 0),
          boxes: shipment.boxes,
        })}{' '}
        {t('proposed', {
          height: convertLength(limits.maxHeight, limits.unit),
          unit: limits.unit.toLowerCase(),
          weight: convertWeight(limits.maxWeight, limits.maxWeight.unit),
          weightUnit: limits.maxWeight.unit.toLowerCase(),
        })}
      </p>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          name={`${at}.declaredValue`}
          label={t('value', { currency })}
          inputMode="decimal"
          defaultValue={shipment.declaredValue}
          problems={problems}
        />
        <Select
          name={`${at}.freightClass`}
          label={t('class')}
          placeholder={t('chooseClass')}
          value={chosenClass || (proposed ?? '')}
          onChange={({ target }) => setChosenClass(target.value)}
          problems={problems}
          hint={
            density === undefined || proposed === undefined
              ? t('classUnknown')
              : t('classHint', { density: density.toFixed(1), name: className(proposed) })
          }
          options={FREIGHT_CLASSES.map((value) => ({ value, label: className(value) }))}
        />
      </div>
    </section>
  );
}

function className(freightClass: string): string {
  return freightClass.replace('FC_', '').replace('_', '.');
}

function numbered(pallets: readonly TypedPallet[], from: number): Row[] {
  return pallets.map((row, index) => ({ ...row, id: from + index }));
}

const NOBODY = { name: '', phoneNumber: '', email: '' };

function palletsOf(
  { shipmentId }: FreightView,
  pallets: readonly Row[],
  currency: string,
): { readonly pallets: readonly Pallet[] } {
  const shipments = [{ shipmentId, declaredValue: '', freightClass: '', pallets: [...pallets] }];
  const [own] = readFreight({ contact: NOBODY, currency, shipments }).freight.shipments;
  return own ?? { pallets: [] };
}
