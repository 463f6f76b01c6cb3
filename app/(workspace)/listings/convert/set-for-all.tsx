'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '#components/ui/button';
import { useHydrated } from '../../../../components/ui/hydrated.ts';
import { setInputValue } from '../../../../components/ui/set-input-value.ts';
import { DeclarationFields } from './declaration-fields.tsx';

type SetForAllProps = { readonly units: 'imperial' | 'metric' };

/** One row of fields whose filled ones are copied into every SKU. Needs JavaScript, so it waits for it. */
export function SetForAll({ units }: SetForAllProps) {
  const t = useTranslations('convert');
  const box = useRef<HTMLFieldSetElement>(null);
  if (!useHydrated()) return null;

  function copy(): void {
    const form = box.current?.closest('form');
    if (!form || !box.current) return;
    const typed = [...box.current.querySelectorAll<Control>('input, select')];
    const filled = new Map(
      typed.map((control) => [control.name.replace(/^all\./, ''), control.value]),
    );
    // A unit without its number says nothing.
    if (filled.get('length') === '') filled.delete('lengthUnit');
    if (filled.get('weight') === '') filled.delete('weightUnit');
    for (const control of form.querySelectorAll<Control>('[name^="rows."]')) {
      const value = filled.get(control.name.replace(/^rows\.[^.]+\./, ''));
      if (value !== undefined && value !== '') write(control, value);
    }
  }

  return (
    <fieldset ref={box} className="min-w-0 rounded border border-dashed border-edge bg-sunken p-3">
      <legend className="px-1 font-semibold">{t('all.legend')}</legend>
      <DeclarationFields
        name="all"
        units={units}
        problems={[]}
        start={{}}
        placeholder={t('all.leave')}
      />
      <Button className="mt-3" onClick={copy}>
        {t('all.copy')}
      </Button>
    </fieldset>
  );
}

type Control = HTMLInputElement | HTMLSelectElement;

function write(control: Control, value: string): void {
  if (control instanceof HTMLInputElement) setInputValue(control, value);
  else control.value = value;
}
