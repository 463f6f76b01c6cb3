'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/status';
import { FieldError } from '#components/ui/field';
import { Code } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { type Problem, writeTicks } from '#lib/kernel';
import type { Channel, Listing } from '#lib/listings';
import { fieldId } from '../../../../components/ui/field-id.ts';
import { ConversionText } from '../conversion-text.tsx';
import { DeclarationFields } from './declaration-fields.tsx';

type ConversionRowProps = {
  readonly to: Channel;
  readonly listing: Listing;
  readonly units: 'imperial' | 'metric';
  readonly problems: readonly Problem[];
  /** what came back with a refusal, by the name of the field */
  readonly entered: Readonly<Record<string, string>>;
};

export function ConversionRow(props: ConversionRowProps) {
  const { to, listing, units, problems, entered } = props;
  const t = useTranslations('convert');
  const words = useTranslations('listings');
  const at = `rows.${listing.id}`;
  const typed = under(at, entered);
  const mine = problems.filter((problem) => problem.at === at);
  const conditionKey = `conditions.${listing.condition}` as 'conditions.new';
  return (
    <fieldset
      id={fieldId(at)}
      tabIndex={-1}
      className="min-w-0 rounded border border-line bg-surface p-3"
    >
      <legend className="sr-only">{listing.sku}</legend>
      <input type="hidden" name={`${at}.sku`} value={listing.sku} />
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Code>{listing.sku}</Code>
        <span className="min-w-0 flex-1 basis-60 truncate" title={listing.title}>
          {listing.title}
        </span>
        <Badge tone={listing.condition === 'new' ? 'neutral' : 'warning'}>
          {words.has(conditionKey) ? words(conditionKey) : listing.condition}
        </Badge>
      </div>
      {listing.conversion?.state === 'refused' && (
        <div className="mb-2">
          <ConversionText listing={listing} full />
        </div>
      )}
      {mine.length > 0 && <FieldError id={`${fieldId(at)}-error`} problems={mine} />}
      {to === 'amazon' ? (
        <DeclarationFields
          name={at}
          units={units}
          problems={problems}
          start={{ ...startOf(listing), ...typed }}
          placeholder={t('choose')}
        />
      ) : (
        <NumberField
          name={`${at}.quantity`}
          label={t('merchant.quantity')}
          hint={t('merchant.quantityHint')}
          defaultValue={
            typed['quantity'] ?? listing.conversion?.request.quantity ?? listing.quantity ?? ''
          }
          problems={problems}
          className="max-w-60"
        />
      )}
    </fieldset>
  );
}

function under(
  at: string,
  entered: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const mine = Object.entries(entered).filter(([name]) => name.startsWith(`${at}.`));
  return Object.fromEntries(mine.map(([name, value]) => [name.slice(at.length + 1), value]));
}

/** What was declared before, or what Amazon knows of the size. */
function startOf(listing: Listing): Readonly<Record<string, string>> {
  const request = listing.conversion?.request;
  const dimensions = request?.dimensions ?? listing.dimensions;
  const weight = request?.weight ?? listing.weight;
  return {
    barcode: request?.barcode ?? 'fnsku',
    ...(request?.to === 'amazon' && {
      batteries: request.batteries,
      dangerousGoods: request.dangerousGoods,
    }),
    ...(dimensions && {
      length: writeTicks(dimensions.length),
      width: writeTicks(dimensions.width),
      height: writeTicks(dimensions.height),
      lengthUnit: dimensions.unit,
    }),
    ...(weight && { weight: writeTicks(weight.amount), weightUnit: weight.unit }),
  };
}
