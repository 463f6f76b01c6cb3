import { useTranslations } from 'next-intl';
import { Alert } from '#components/ui/alert';
import { Code } from '#components/ui/figures';
import type { Relabel } from '#lib/inbound';

type RelabelsProps = { readonly relabel: readonly Relabel[] };

/** Boxes whose labels a change of contents has made wrong. */
export function Relabels({ relabel }: RelabelsProps) {
  const t = useTranslations('box-labels.relabel');
  if (relabel.length === 0) return null;
  return (
    <Alert level="warning" title={t('title', { count: relabel.length })}>
      <p>{t('text')}</p>
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {relabel.map(({ boxId, why }) => (
          <li key={boxId}>
            <Code>{boxId}</Code> {t(why)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
