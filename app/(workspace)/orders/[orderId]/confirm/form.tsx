'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { ActionForm } from '#components/action-form';
import { Problems } from '#components/problems';
import { Button } from '#components/ui/button';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { Checkbox } from '#components/ui/checkbox';
import { LinkButton } from '#components/ui/link-button';
import { SubmitButton } from '#components/ui/submit-button';
import { StepFooter } from '#components/wizard/step-footer';
import { type FormState, NO_FORM_STATE } from '#lib/context';
import { type FormPackage, PackageFields } from '../package-fields.tsx';
import { confirm, edit } from './actions.ts';

type Shared = {
  readonly orderId: string;
  readonly carriers: readonly string[];
  readonly packages: readonly FormPackage[];
};

type ConfirmFormProps = Shared & {
  /** What a further package begins with. */
  readonly another: FormPackage;
  readonly isCancelAsked: boolean;
};

/** The packages of a shipment; with JavaScript further ones are added in place. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { orderId, carriers, packages, another, isCancelAsked } = props;
  const t = useTranslations('order.confirm');
  const [added, setAdded] = useState(0);
  const isReady = useHydrated();
  const all = [...packages, ...Array.from({ length: added }, () => another)];
  return (
    <ActionForm action={confirm} initial={NO_FORM_STATE} className="flex flex-1 flex-col gap-4">
      {(answer) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          {all.map((initial, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- packages are told apart by number
            <Parcel key={at} title={t('package', { number: at + 1 })}>
              <PackageFields
                {...{ at, initial, carriers }}
                problems={answer.problems}
                entered={answer.entered}
              />
            </Parcel>
          ))}
          <div className="flex flex-wrap gap-2">
            {isReady && <Button onClick={() => setAdded(added + 1)}>{t('add')}</Button>}
            {added > 0 && <Button onClick={() => setAdded(added - 1)}>{t('remove')}</Button>}
            <noscript>
              <a href={`?packages=${all.length + 1}`}>{t('add')}</a>
            </noscript>
          </div>
          {isCancelAsked && (
            <Checkbox
              name="shipAnyway"
              value="yes"
              label={t('shipAnyway')}
              hint={t('shipAnywayHint')}
            />
          )}
          <Sending
            orderId={orderId}
            answer={answer}
            consequence={t('consequence')}
            label={t('send', { count: all.length })}
          />
        </>
      )}
    </ActionForm>
  );
}

type EditFormProps = Shared & { readonly reference: string };

/** One package that Amazon knows already. */
export function EditForm({ orderId, reference, carriers, packages }: EditFormProps) {
  const t = useTranslations('order.edit');
  return (
    <ActionForm action={edit} initial={NO_FORM_STATE} className="flex flex-1 flex-col gap-4">
      {(answer) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          <input type="hidden" name="reference" value={reference} />
          {packages.map((initial, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- there is one
            <Parcel key={at} title={t('package', { number: reference })}>
              <PackageFields
                {...{ at, initial, carriers }}
                problems={answer.problems}
                entered={answer.entered}
              />
            </Parcel>
          ))}
          <Sending
            orderId={orderId}
            answer={answer}
            consequence={t('consequence')}
            label={t('send')}
          />
        </>
      )}
    </ActionForm>
  );
}

type ParcelProps = { readonly title: string; readonly children: ReactNode };

function Parcel({ title, children }: ParcelProps) {
  return (
    <section className="flex flex-col gap-3 rounded border border-line bg-surface p-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

type SendingProps = {
  readonly orderId: string;
  readonly answer: FormState;
  readonly consequence: string;
  readonly label: string;
};

/** What is to be minded is said once; the same button then sends all the same. */
function Sending({ orderId, answer, consequence, label }: SendingProps) {
  const t = useTranslations('order.confirm');
  const warnings = answer.warnings ?? [];
  return (
    <>
      {warnings.length > 0 && (
        <>
          <Problems problems={warnings} level="warning" takesFocus />
          <input type="hidden" name="minded" value="yes" />
        </>
      )}
      <StepFooter
        consequence={consequence}
        secondary={<LinkButton href={`/orders/${orderId}`}>{t('back')}</LinkButton>}
        primary={
          <SubmitButton pendingLabel={t('sending')}>
            {warnings.length > 0 ? t('sendAnyway') : label}
          </SubmitButton>
        }
      />
    </>
  );
}
