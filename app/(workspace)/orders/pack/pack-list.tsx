import { useTranslations } from 'next-intl';
import { classNames } from '../../../../components/ui/class-names.ts';
import { Code } from '#components/ui/figures';
import { Status } from '#components/ui/status';
import { packedOf, type PackSession } from './pack-session.ts';

type PackListProps = { readonly session: PackSession };

/** What is in the parcel and what is missing, large enough to be read from where one stands. */
export function PackList({ session }: PackListProps) {
  const t = useTranslations('order.pack');
  const { order, last } = session;
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-mono text-lg">{order.orderId}</h2>
      <ul className="rounded border border-line bg-surface">
        {order.items.map((item) => {
          const packed = packedOf(session, item);
          const isFull = packed === item.needed;
          return (
            <li
              key={item.orderItemId}
              className={classNames(
                'flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-3 py-3 last:border-0',
                item.orderItemId === last && 'bg-selected',
              )}
            >
              <span className="text-2xl font-semibold whitespace-nowrap">
                {t('count', { packed, needed: item.needed })}
              </span>
              <span className="min-w-0 flex-1 basis-56">
                <Code>{item.sku}</Code>
                <span className="line-clamp-2">{item.title}</span>
              </span>
              <Status tone={isFull ? 'success' : 'neutral'}>
                {t(isFull ? 'full' : 'missing', { count: item.needed - packed })}
              </Status>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
