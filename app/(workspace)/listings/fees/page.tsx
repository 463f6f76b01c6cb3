import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { PageHeader } from '#components/shell/page-header';
import { Code } from '#components/ui/figures';
import { NumberField } from '#components/ui/number-field';
import { Select } from '#components/ui/select';
import { SubmitButton } from '#components/ui/submit-button';
import { TextField } from '#components/ui/text-field';
import { openContext } from '#lib/context/server';
import { fulfilmentFee } from '#lib/fees';
import type { Problem } from '#lib/kernel';
import { amazonFees, listingsBySku } from '#lib/listings/server';
import { chosenStore } from '../store.ts';
import { FeeTable } from './fee-table.tsx';
import { readWhatIf, typedOf, type TypedUnit } from './what-if.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fees');
  return { title: t('title') };
}

const Typed = z.object({
  length: z.string(),
  width: z.string(),
  height: z.string(),
  weight: z.string(),
  price: z.string(),
  day: z.string(),
  units: z.enum(['imperial', 'metric']),
});

type FeesPageProps = { readonly searchParams: Promise<Record<string, string>> };

/** What Amazon takes to send a unit: by the card for what is typed, and by Amazon for what is. */
export default async function FeesPage({ searchParams }: FeesPageProps) {
  const context = await openContext();
  const params = await searchParams;
  const t = await getTranslations('fees');
  const { store } = chosenStore(context, params['store']);
  const sku = params['sku'] ?? '';
  const place = { connectionId: context.connection.id, marketplaceId: store.id };
  const [listing] = sku === '' ? [] : await listingsBySku(context, place, [sku]);
  const today = new Date(context.clock.now()).toISOString().slice(0, 10);
  const given = Typed.safeParse(params);
  const typed = given.success ? given.data : typedOf(listing, today);
  const { problems, unit } = readWhatIf(typed);
  const card =
    unit && store.country === 'US' ? fulfilmentFee(unit, unit.price, unit.day) : undefined;
  const price = unit?.price ?? listing?.price;
  const amazon =
    listing && price && price.currency === store.currency
      ? await amazonFees(context, { marketplaceId: store.id, sku, price })
      : undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={
          listing ? (
            <>
              <Code>{listing.sku}</Code> {listing.title}
            </>
          ) : (
            t('lead')
          )
        }
        parent={{ href: '/listings', label: (await getTranslations('listings'))('title') }}
      />
      <div className="flex max-w-4xl flex-col gap-6">
        <UnitForm
          key={JSON.stringify(typed)}
          sku={sku}
          store={store.id}
          typed={typed}
          problems={problems}
        />
        {store.country !== 'US' && <p className="text-muted">{t('usOnly')}</p>}
        {unit && store.country === 'US' && !card && <p className="text-muted">{t('beforeCard')}</p>}
        <FeeTable card={card} amazon={amazon} />
      </div>
    </>
  );
}

type UnitFormProps = {
  readonly sku: string;
  readonly store: string;
  readonly typed: TypedUnit;
  readonly problems: readonly Problem[];
};

async function UnitForm({ sku, store, typed, problems }: UnitFormProps) {
  const t = await getTranslations('fees');
  return (
    <form
      method="get"
      aria-label={t('form')}
      className="grid grid-cols-2 items-end gap-3 rounded border border-line bg-surface p-3 sm:grid-cols-4"
    >
      <input type="hidden" name="sku" value={sku} />
      <input type="hidden" name="store" value={store} />
      <Select
        name="units"
        label={t('units')}
        defaultValue={typed.units}
        options={[
          { value: 'imperial', label: t('imperial') },
          { value: 'metric', label: t('metric') },
        ]}
      />
      {(['length', 'width', 'height', 'weight', 'price'] as const).map((name) => (
        <NumberField
          key={name}
          name={name}
          label={t(name)}
          places={name === 'price' ? 2 : 5}
          defaultValue={typed[name]}
          problems={problems}
        />
      ))}
      <TextField type="date" name="day" label={t('day')} defaultValue={typed.day} />
      <SubmitButton>{t('reckon')}</SubmitButton>
    </form>
  );
}
