import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/link-button';

type GuideLinkProps = { readonly planId: string };

/** The printed packing instructions of the boxes as they were last kept. */
export function GuideLink({ planId }: GuideLinkProps) {
  const t = useTranslations('packing.picture');
  return (
    <LinkButton href={`/inbound/${planId}/papers/print?kind=packing-guide`} size="small" newTab>
      {t('print')}
    </LinkButton>
  );
}
