import { getTranslations } from 'next-intl/server';
import { Checkbox } from '#components/ui/checkbox';
import { Disclosure } from '#components/ui/disclosure';
import { Code } from '#components/ui/figures';
import type { PlanLine } from '#lib/inbound';

type ChosenElsewhereProps = { readonly lines: readonly PlanLine[] };

/** What the plan has and this page of the list does not show: it can be taken out here. */
export async function ChosenElsewhere({ lines }: ChosenElsewhereProps) {
  const t = await getTranslations('inventory');
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={t('elsewhere', { count: lines.length })}>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {lines.map(({ sku, title }) => (
          <li key={sku}>
            <Checkbox
              name="remove[]"
              value={sku}
              label={
                <>
                  {t('remove')} <Code>{sku}</Code>
                </>
              }
              hint={title}
            />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
