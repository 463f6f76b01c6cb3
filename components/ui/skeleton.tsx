import { useTranslations } from 'next-intl';

type SkeletonProps = { readonly lines?: number };

/** Holds the place of what is being read, without pretending to be it. */
export function Skeleton({ lines = 6 }: SkeletonProps) {
  const t = useTranslations('ui');
  return (
    <div role="status" className="flex flex-col gap-2 py-2">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="h-7 animate-pulse rounded bg-neutral-wash" />
      ))}
    </div>
  );
}
