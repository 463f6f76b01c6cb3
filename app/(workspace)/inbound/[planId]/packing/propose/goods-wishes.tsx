'use client';

import { useTranslations } from 'next-intl';
import { Disclosure } from '#components/ui/disclosure';
import { Code } from '#components/ui/figures';
import { Options } from '#components/ui/select';
import { CARRIES, type GoodsWish, type InboundPlan, LIES, lineKey, usualWish } from '#lib/inbound';
import { useHydrated } from '../../../../../../components/ui/hydrated.ts';
import { INPUT_STYLE } from '../../../../../../components/ui/input-style.ts';

type GoodsWishesProps = {
  readonly plan: InboundPlan;
  readonly wishes: ReadonlyMap<string, GoodsWish>;
  readonly change: (key: string, wish: GoodsWish) => void;
};

const SELECT = `${INPUT_STYLE} w-44! py-0! text-sm`;

/** How the units of each SKU may lie, what they carry, and whether they want boxes of their own. */
export function GoodsWishes({ plan, wishes, change }: GoodsWishesProps) {
  const t = useTranslations('packing.propose');
  if (!useHydrated()) return null;
  return (
    <Disclosure summary={t('goods')}>
      <div className="max-h-80 overflow-auto rounded border border-line">
        <table>
          <thead>
            <tr className="bg-raised text-sm">
              {(['sku', 'lies', 'carries', 'ownBoxes'] as const).map((head) => (
                <th key={head} scope="col" className="px-2.5 py-1 text-start whitespace-nowrap">
                  {t(`heads.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line) => {
              const key = lineKey(line);
              const wish = wishes.get(key) ?? usualWish(line);
              const name = [line.sku, line.expiry].filter(Boolean).join(' · ');
              return (
                <tr key={key} className="border-t border-line">
                  <th scope="row" className="px-2.5 py-1 text-start font-normal whitespace-nowrap">
                    <Code>{name}</Code>
                  </th>
                  <td className="px-2.5 py-1">
                    <select
                      aria-label={t('liesOf', { sku: name })}
                      value={wish.lies}
                      className={SELECT}
                      onChange={({ target }) => {
                        const lies = LIES.find((value) => value === target.value);
                        if (lies) change(key, { ...wish, lies });
                      }}
                    >
                      <Options
                        options={LIES.map((value) => ({ value, label: t(`lies.${value}`) }))}
                      />
                    </select>
                  </td>
                  <td className="px-2.5 py-1">
                    <select
                      aria-label={t('carriesOf', { sku: name })}
                      value={wish.carries}
                      className={SELECT}
                      onChange={({ target }) => {
                        const carries = CARRIES.find((value) => value === target.value);
                        if (carries) change(key, { ...wish, carries });
                      }}
                    >
                      <Options
                        options={CARRIES.map((value) => ({ value, label: t(`carries.${value}`) }))}
                      />
                    </select>
                  </td>
                  <td className="px-2.5 py-1">
                    <input
                      type="checkbox"
                      aria-label={t('ownBoxesOf', { sku: name })}
                      checked={wish.ownBoxes}
                      className="size-4"
                      onChange={({ target }) => change(key, { ...wish, ownBoxes: target.checked })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
