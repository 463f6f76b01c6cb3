'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { FieldError } from '#components/ui/field';
import { Options } from '#components/ui/select';
import { allowedOwners, type Owner, PREP_CATEGORIES, usualPrepTypes } from '#lib/inbound';
import type { Problem } from '#lib/kernel';
import { fieldId } from '../../../../../components/ui/field-id.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import type { SkuPrep } from './read-prep.ts';

type PrepChoicesProps = {
  readonly name: string;
  readonly row: SkuPrep;
  readonly marketplaceId: string;
  readonly category: string;
  readonly onCategory: (sku: string, category: string) => void;
  readonly problems: readonly Problem[];
};

const LABEL = 'text-sm text-muted @[59rem]:sr-only';

/** What prep a SKU needs, who does it and who labels; only what Amazon allows can be chosen. */
export function PrepChoices(props: PrepChoicesProps) {
  const { name, row, category, problems } = props;
  const t = useTranslations('prep');
  const { facts } = row;
  const at = `lines.${row.sku}`;
  const shown = row.isUnclassified ? category : (facts?.category ?? 'UNKNOWN');
  const typesShown = row.isUnclassified ? usualPrepTypes(category) : (facts?.types ?? []);
  const mine = (field: string) => problems.filter((problem) => problem.at === `${at}.${field}`);
  return (
    <>
      <div className="col-span-2 flex min-w-0 flex-col gap-1 @[59rem]:col-span-1">
        {row.isUnclassified ? (
          <Labelled
            label={t('category')}
            id={fieldId(`${at}.prepCategory`)}
            problems={mine('prepCategory')}
          >
            <select
              id={fieldId(`${at}.prepCategory`)}
              name={`${name}.prepCategory`}
              value={category}
              onChange={(event) => props.onCategory(row.sku, event.target.value)}
              className={INPUT_STYLE}
              {...(mine('prepCategory').length > 0 && { 'aria-invalid': true })}
            >
              <option value="">{t('chooseCategory')}</option>
              <Options
                options={PREP_CATEGORIES.map((value) => ({
                  value,
                  label: t(`categories.${value}.name`),
                }))}
              />
            </select>
          </Labelled>
        ) : (
          <p>
            <span className={LABEL}>{t('category')} </span>
            {facts ? t(`categories.${facts.category}.name`) : t('notRead')}
          </p>
        )}
        {shown !== '' && shown !== 'UNKNOWN' && (
          <p className="text-sm text-muted">
            {t(`categories.${shown as 'NONE'}.means`)}{' '}
            {typesShown.length > 0 &&
              shown !== 'NONE' &&
              t('usually', {
                types: typesShown
                  .map((type) =>
                    t.has(`types.${type as 'ITEM_TAPING'}`)
                      ? t(`types.${type as 'ITEM_TAPING'}`)
                      : type,
                  )
                  .join(t('separator')),
              })}
          </p>
        )}
      </div>
      <Owners {...props} mine={mine} />
    </>
  );
}

type OwnersProps = PrepChoicesProps & { readonly mine: (field: string) => readonly Problem[] };

function Owners({ name, row, marketplaceId, category, mine }: OwnersProps) {
  const t = useTranslations('prep');
  const [prepOwner, setPrepOwner] = useState<Owner | undefined>(row.prepOwner);
  const [labelOwner, setLabelOwner] = useState<Owner | undefined>(row.labelOwner);
  const facts =
    row.facts && row.isUnclassified && category !== ''
      ? { ...row.facts, category: category as NonNullable<SkuPrep['facts']>['category'] }
      : row.facts;
  const forPrep = allowedOwners(facts, 'prepOwner', marketplaceId);
  const forLabel = allowedOwners(facts, 'labelOwner', marketplaceId);
  const forBoth = forPrep.filter((owner) => forLabel.includes(owner));
  const mustMatch = facts?.ownersMustMatch === true && forBoth.length > 0;
  const prep = chosen(prepOwner, mustMatch ? forBoth : forPrep);
  const label = mustMatch ? prep : chosen(labelOwner, forLabel);
  const at = `lines.${row.sku}`;
  return (
    <div className="col-span-2 flex min-w-0 flex-col gap-1 @[59rem]:col-span-1">
      <OwnerField
        id={fieldId(`${at}.prepOwner`)}
        name={`${name}.prepOwner`}
        label={t('prepOwner')}
        kind="prep"
        owners={mustMatch ? forBoth : forPrep}
        owner={prep}
        onChoose={setPrepOwner}
        problems={mine('prepOwner')}
      />
      <OwnerField
        id={fieldId(`${at}.labelOwner`)}
        name={`${name}.labelOwner`}
        label={t('labelOwner')}
        kind="label"
        owners={mustMatch ? [label] : forLabel}
        owner={label}
        onChoose={setLabelOwner}
        problems={mine('labelOwner')}
      />
      {mustMatch && forBoth.length > 1 && <p className="text-sm text-muted">{t('mustMatch')}</p>}
    </div>
  );
}

/** The owner chosen while it is still allowed, else the first that is. */
function chosen(owner: Owner | undefined, allowed: readonly Owner[]): Owner {
  return owner !== undefined && allowed.includes(owner) ? owner : (allowed[0] ?? 'SELLER');
}

type OwnerFieldProps = {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly kind: 'prep' | 'label';
  readonly owners: readonly Owner[];
  readonly owner: Owner;
  readonly onChoose: (owner: Owner) => void;
  readonly problems: readonly Problem[];
};

function OwnerField(props: OwnerFieldProps) {
  const { id, name, label, kind, owners, owner } = props;
  const t = useTranslations('prep');
  const options = owners.map((value) => ({ value, label: t(`owner.${kind}.${value}`) }));
  if (options.length <= 1) {
    return (
      <p id={id} tabIndex={-1} className="text-sm">
        <input type="hidden" name={name} value={owner} />
        <span className="text-muted">{label}</span> {t(`owner.${kind}.${owner}`)}
        {props.problems.length > 0 && <FieldError id={`${id}-error`} problems={props.problems} />}
      </p>
    );
  }
  return (
    <Labelled label={label} id={id} problems={props.problems} visible>
      <select
        id={id}
        name={name}
        value={owner}
        onChange={(event) => props.onChoose(event.target.value as Owner)}
        className={INPUT_STYLE}
      >
        <Options options={options} />
      </select>
    </Labelled>
  );
}

type LabelledProps = {
  readonly id: string;
  readonly label: string;
  readonly problems: readonly Problem[];
  readonly children: ReactNode;
  readonly visible?: boolean;
};

function Labelled({ id, label, problems, children, visible = false }: LabelledProps) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className={visible ? 'text-sm text-muted' : LABEL}>
        {label}
      </label>
      {children}
      {problems.length > 0 && <FieldError id={`${id}-error`} problems={problems} />}
    </div>
  );
}
