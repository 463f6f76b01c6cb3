'use client';

import { useTranslations } from 'next-intl';
import { useHydrated } from '../../../../../components/ui/hydrated.ts';
import { INPUT_STYLE } from '../../../../../components/ui/input-style.ts';
import type { UnitSystem } from './typed-boxes.ts';

type UnitSwitchProps = {
  readonly units: UnitSystem;
  readonly choose: (units: UnitSystem) => void;
};

/** The units of what is typed next; a figure that is there keeps its own. */
export function UnitSwitch({ units, choose }: UnitSwitchProps) {
  const t = useTranslations('packing.units');
  if (!useHydrated()) return null;
  return (
    <label className="flex items-center gap-2 text-sm">
      {t('label')}
      <select
        value={units}
        onChange={({ target }) => choose(target.value === 'metric' ? 'metric' : 'imperial')}
        className={`${INPUT_STYLE} w-auto! py-0! text-sm`}
      >
        <option value="imperial">{t('imperial')}</option>
        <option value="metric">{t('metric')}</option>
      </select>
    </label>
  );
}
