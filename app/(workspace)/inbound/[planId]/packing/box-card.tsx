'use client';

import { useTranslations } from 'next-intl';
import { type Dispatch, memo, useState } from 'react';
import { ProblemText } from '#components/problem-text';
import { FieldError } from '#components/ui/field';
import { NumberField } from '#components/ui/number-field';
import { NumberInput } from '#components/ui/number-input';
import { Options } from '#components/ui/select';
import { Status } from '#components/ui/status';
import { lineKey, type PackingGroup } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import { LENGTH_UNITS, WEIGHT_UNITS } from '../unit-options.ts';
import type { BoxField, EditedBox } from './box-list.ts';
import type { BoxPlace, Edit } from './edit-boxes.ts';
import { EditButton } from './edit-button.tsx';

type BoxCardProps = {
  readonly box: EditedBox;
  readonly place: BoxPlace;
  readonly group: PackingGroup;
  readonly titles: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly edit: Dispatch<Edit>;
};

/** One kind of box: how many of it, its size and weight, and what lies in each. */
export const BoxCard = memo(function BoxCard(props: BoxCardProps) {
  const { box, place, problems, warnings, edit } = props;
  const t = useTranslations('packing');
  const at = `boxes.${place.index}`;
  const title = place.number === undefined ? t('newBox') : t('box', { number: place.number });
  const set = (name: BoxField, value: string) => edit({ kind: 'field', id: box.id, name, value });
  const whole = problems.filter((problem) => problem.at === at);
  return (
    <fieldset
      id={fieldId(at)}
      tabIndex={-1}
      className="flex min-w-0 flex-col gap-2 rounded border border-edge bg-surface p-3"
    >
      <legend className="sr-only">{title}</legend>
      <input type="hidden" name={`${at}.groupId`} value={box.groupId} />
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <span aria-hidden="true" className="w-20 pt-6 font-semibold">
          {title}
        </span>
        <NumberField
          name={`${at}.copies`}
          label={t('copies')}
          value={box.copies}
          least={1}
          onChange={(event) => set('copies', event.target.value)}
          problems={problems}
          className="w-28"
        />
        <BoxSize box={box} at={at} problems={problems} set={set} />
        <BoxWeight box={box} at={at} problems={problems} set={set} />
        <div className="ms-auto flex gap-2 pt-6">
          {place.number !== undefined && (
            <EditButton
              intent={`copy.${place.index}`}
              label={t('copyBox', { number: place.number })}
              onPress={() => edit({ kind: 'copy', id: box.id })}
            >
              {t('copy')}
            </EditButton>
          )}
          <EditButton
            intent={`remove.${place.index}`}
            label={t('removeBox', { box: title })}
            onPress={() => edit({ kind: 'remove', id: box.id })}
          >
            {t('remove')}
          </EditButton>
        </div>
      </div>
      <BoxContent {...props} at={at} />
      {whole.length > 0 && <FieldError id={`${fieldId(at)}-error`} problems={whole} />}
      {warnings.map((warning) => (
        <p key={warning.code} className="text-sm">
          <Status tone="warning">
            <ProblemText problem={warning} />
          </Status>
        </p>
      ))}
    </fieldset>
  );
}, isSame);

/** Problems are found anew with every key; a box whose own are the same stays as it is. */
function isSame(before: BoxCardProps, after: BoxCardProps): boolean {
  return (
    before.box === after.box &&
    before.group === after.group &&
    before.place.index === after.place.index &&
    JSON.stringify([before.problems, before.warnings]) ===
      JSON.stringify([after.problems, after.warnings])
  );
}

type MeasureProps = {
  readonly box: EditedBox;
  readonly at: string;
  readonly problems: readonly Problem[];
  readonly set: (name: BoxField, value: string) => void;
};

const SIDES = ['length', 'width', 'height'] as const;

function BoxSize({ box, at, problems, set }: MeasureProps) {
  const t = useTranslations('packing');
  const id = fieldId(`${at}.dimensions`);
  const places = new Set([`${at}.dimensions`, ...SIDES.map((side) => `${at}.${side}`)]);
  const mine = problems.filter((problem) => problem.at !== undefined && places.has(problem.at));
  return (
    <div id={id} tabIndex={-1} className="flex w-72 max-w-full flex-col gap-1">
      <span aria-hidden="true" className="text-sm font-medium">
        {t('size')}
      </span>
      <span className="flex items-center gap-1">
        {SIDES.map((side) => (
          <NumberInput
            key={side}
            id={fieldId(`${at}.${side}`)}
            name={`${at}.${side}`}
            aria-label={t(side)}
            placeholder={t(`short.${side}`)}
            places={5}
            value={box[side]}
            onChange={(event) => set(side, event.target.value)}
            {...(mine.length > 0 && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
          />
        ))}
        <select
          name={`${at}.lengthUnit`}
          aria-label={t('lengthUnit')}
          value={box.lengthUnit}
          onChange={(event) => set('lengthUnit', event.target.value)}
          className={`${INPUT_STYLE} w-auto! shrink-0`}
        >
          <Options options={LENGTH_UNITS} />
        </select>
      </span>
      {mine.length > 0 && <FieldError id={`${id}-error`} problems={mine} />}
    </div>
  );
}

function BoxWeight({ box, at, problems, set }: MeasureProps) {
  const t = useTranslations('packing');
  const id = fieldId(`${at}.weight`);
  const mine = problems.filter((problem) => problem.at === `${at}.weight`);
  return (
    <div className="flex w-40 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {t('weight')}
      </label>
      <span className="flex">
        <NumberInput
          id={id}
          name={`${at}.weight`}
          inputMode="text"
          places={5}
          value={box.weight}
          onChange={(event) => set('weight', event.target.value)}
          className="rounded-e-none"
          {...(mine.length > 0 && { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
        />
        <select
          name={`${at}.weightUnit`}
          aria-label={t('weightUnit')}
          value={box.weightUnit}
          onChange={(event) => set('weightUnit', event.target.value)}
          className={`${INPUT_STYLE} w-auto! shrink-0 rounded-s-none border-s-0`}
        >
          <Options options={WEIGHT_UNITS} />
        </select>
      </span>
      {mine.length > 0 && <FieldError id={`${id}-error`} problems={mine} />}
    </div>
  );
}

/** Up to this many SKUs every box shows them all; beyond, a box shows what lies in it. */
const SKUS_SHOWN = 12;

function BoxContent({
  box,
  place,
  group,
  titles,
  edit,
  at,
}: BoxCardProps & { readonly at: string }) {
  const t = useTranslations('packing');
  const hydrated = useHydrated();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const quantities = new Map(box.items.map((item) => [lineKey(item), item.quantity]));
  // Where nothing can be picked, an empty box offers every SKU.
  const showsAll = group.items.length <= SKUS_SHOWN || (!hydrated && place.number === undefined);
  const shown = group.items.filter(
    (item) => showsAll || quantities.has(lineKey(item)) || picked.includes(lineKey(item)),
  );
  const rest = group.items.filter((item) => !shown.includes(item));
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-x-4 gap-y-1.5">
      {shown.map((item, index) => {
        const key = lineKey(item);
        const name = `${at}.items.${index}`;
        return (
          <label key={key} className="flex min-w-0 items-center gap-2" title={titles.get(key)}>
            <NumberInput
              name={`${name}.quantity`}
              aria-label={t('unitsOf', { sku: item.sku, expiry: item.expiry ?? 'none' })}
              placeholder="0"
              value={quantities.get(key) ?? ''}
              onChange={(event) =>
                edit({ kind: 'units', id: box.id, item, value: event.target.value })
              }
              className="w-20! shrink-0"
            />
            <span className="min-w-0 flex-1 truncate font-mono text-sm">
              {item.sku}
              {item.expiry !== undefined && (
                <span className="ms-1.5 text-muted">{item.expiry}</span>
              )}
            </span>
            <input type="hidden" name={`${name}.sku`} value={item.sku} />
            {item.expiry !== undefined && (
              <input type="hidden" name={`${name}.expiry`} value={item.expiry} />
            )}
          </label>
        );
      })}
      {hydrated && rest.length > 0 && (
        <select
          aria-label={t('addSku')}
          value=""
          onChange={(event) => setPicked((before) => [...before, event.target.value])}
          className={INPUT_STYLE}
        >
          <option value="">{t('addSku')}</option>
          <Options
            options={rest.map((item) => ({
              value: lineKey(item),
              label: item.expiry === undefined ? item.sku : `${item.sku} · ${item.expiry}`,
            }))}
          />
        </select>
      )}
    </div>
  );
}
