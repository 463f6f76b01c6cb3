import { getTranslations } from 'next-intl/server';
import { Disclosure } from '#components/ui/disclosure';
import { LinkButton } from '#components/ui/link-button';
import type { PageContext } from '#lib/context/server';
import { listViews } from '#lib/orders/server';
import { type OrderView, type Place, viewParams } from './order-view.ts';
import { ChangeView, SaveView } from './view-forms.tsx';

type SavedViewsProps = {
  readonly context: PageContext;
  readonly place: Place;
  readonly view: OrderView;
};

/** The reader's own ways of looking at the list. A view is an address with a name, nothing more. */
export async function SavedViews({ context, place, view }: SavedViewsProps) {
  const t = await getTranslations('orders.views');
  const views = await listViews(context);
  const firstPage = { ...view, after: undefined, before: undefined };
  const query = String(viewParams(place, firstPage));
  const current = views.find((each) => each.query === query);
  return (
    <nav aria-label={t('label')} className="no-print flex flex-col gap-2" key={query}>
      {views.length > 0 && (
        <ul className="flex flex-wrap items-center gap-2">
          {views.map(({ id, name, query: kept }) => (
            <li key={id} {...(id === current?.id && { 'aria-current': 'true' as const })}>
              <LinkButton
                href={`/orders?${kept}`}
                size="small"
                {...(id === current?.id && { variant: 'primary' as const })}
              >
                {name}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      {current ? (
        <Disclosure summary={t('change', { name: current.name })}>
          <ChangeView id={current.id} name={current.name} query={query} />
        </Disclosure>
      ) : (
        <Disclosure summary={t('saveThis')}>
          <SaveView query={query} />
        </Disclosure>
      )}
    </nav>
  );
}
