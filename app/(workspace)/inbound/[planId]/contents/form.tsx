'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { Checkbox } from '#components/ui/checkbox';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { NO_FORM_STATE } from '#lib/context';
import type { Money, Problem } from '#lib/kernel';
import { HiddenRef } from '../hidden-ref.tsx';
import { SeeCurrent } from '../see-current.tsx';
import { agreeToChange, askPrice } from './actions.ts';

export type ShownBox = {
  /** absent for a new one */
  readonly packageId?: string;
  readonly name: string;
  readonly weight: string;
  readonly weightUnit: 'LB' | 'KG';
  readonly lengthUnit: 'IN' | 'CM';
  readonly items: readonly {
    readonly sku: string;
    readonly expiry?: string;
    readonly quantity: string;
  }[];
};

type ContentsFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly shipmentId: string;
  readonly boxes: readonly ShownBox[];
};

/** The boxes with what is in them, to be typed over; only the price is asked for. */
export function ContentsForm({ planId, version, shipmentId, boxes }: ContentsFormProps) {
  const t = useTranslations('inbound.contents');
  return (
    <ActionForm action={askPrice} initial={NO_FORM_STATE} className="flex flex-col gap-4">
      {({ problems, entered = {} }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          <input type="hidden" name="shipmentId" value={shipmentId} />
          {boxes.map((box, index) => (
            <BoxFields
              key={box.name}
              box={box}
              at={`edits.${index}`}
              entered={entered}
              problems={problems}
            />
          ))}
          <SubmitButton variant="primary" pendingLabel={t('previewing')} className="sm:self-start">
            {t('preview')}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type BoxFieldsProps = {
  readonly box: ShownBox;
  readonly at: string;
  readonly entered: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
};

function BoxFields({ box, at, entered, problems }: BoxFieldsProps) {
  const t = useTranslations('inbound.contents');
  const { packageId, weightUnit, lengthUnit, items } = box;
  const typed = (name: string, before: string) => entered[name] ?? before;
  return (
    <fieldset className="flex flex-wrap items-end gap-3 rounded border border-line bg-surface p-3">
      <legend className="px-1 font-mono text-sm font-semibold">{box.name}</legend>
      {packageId !== undefined && (
        <input type="hidden" name={`${at}.packageId`} value={packageId} />
      )}
      <input type="hidden" name={`${at}.weightUnit`} value={weightUnit} />
      {items.map(({ sku, expiry, quantity }, index) => {
        const place = `${at}.items.${index}`;
        return (
          <span key={`${sku} ${expiry ?? ''}`}>
            <input type="hidden" name={`${place}.sku`} value={sku} />
            {expiry !== undefined && (
              <input type="hidden" name={`${place}.expiry`} value={expiry} />
            )}
            <TextField
              name={`${place}.quantity`}
              label={t('units', { sku, expiry: expiry ?? 'none' })}
              defaultValue={typed(`${place}.quantity`, quantity)}
              inputMode="numeric"
              problems={problems}
            />
          </span>
        );
      })}
      {packageId === undefined && (
        <>
          <input type="hidden" name={`${at}.lengthUnit`} value={lengthUnit} />
          {(['length', 'width', 'height'] as const).map((side) => (
            <TextField
              key={side}
              name={`${at}.${side}`}
              label={t(side, { unit: lengthUnit.toLowerCase() })}
              defaultValue={typed(`${at}.${side}`, '')}
              inputMode="decimal"
              problems={problems}
            />
          ))}
        </>
      )}
      <TextField
        name={`${at}.weight`}
        label={t('weight', { unit: weightUnit.toLowerCase() })}
        defaultValue={typed(`${at}.weight`, box.weight)}
        inputMode="decimal"
        problems={problems}
      />
      {packageId !== undefined && <Checkbox name={`${at}.gone`} label={t('gone')} />}
    </fieldset>
  );
}

type AgreeFormProps = {
  readonly planId: string;
  readonly version: number;
  readonly shipmentId: string;
  readonly previewId: string;
  readonly price?: Money;
  /** what the button says, the amount in it */
  readonly action: string;
};

export function AgreeForm({
  planId,
  version,
  shipmentId,
  previewId,
  price,
  action,
}: AgreeFormProps) {
  const t = useTranslations('inbound.contents');
  return (
    <ActionForm action={agreeToChange} initial={NO_FORM_STATE}>
      {({ problems }) => (
        <>
          <SeeCurrent problems={problems} />
          <HiddenRef planId={planId} version={version} />
          <input type="hidden" name="shipmentId" value={shipmentId} />
          <input type="hidden" name="previewId" value={previewId} />
          {price && (
            <>
              <input type="hidden" name="price" value={price.minor} />
              <input type="hidden" name="currency" value={price.currency} />
            </>
          )}
          <SubmitButton variant="primary" pendingLabel={t('confirming')} className="sm:self-start">
            {action}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
