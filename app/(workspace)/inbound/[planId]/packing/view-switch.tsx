'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import type { PackView } from './group-section.tsx';

type ViewSwitchProps = {
  readonly view: PackView;
  readonly choose: (view: PackView) => void;
};

const VIEWS = ['grid', 'cards'] as const;

/** Without JavaScript there are only the fields, and nothing to choose. */
export function ViewSwitch({ view, choose }: ViewSwitchProps) {
  const t = useTranslations('packing');
  if (!useHydrated()) return null;
  return (
    <fieldset className="flex gap-1.5">
      <legend className="sr-only">{t('view.label')}</legend>
      {VIEWS.map((one) => (
        <Button
          key={one}
          size="small"
          aria-pressed={one === view}
          variant={one === view ? 'primary' : 'secondary'}
          onClick={() => choose(one)}
        >
          {t(`view.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
}
