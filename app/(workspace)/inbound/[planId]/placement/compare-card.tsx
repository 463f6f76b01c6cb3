import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';

type CompareCardProps = { readonly planId: string };

/** The way to the board, once there is something on it. */
export async function CompareCard({ planId }: CompareCardProps) {
  const t = await getTranslations('board');
  return (
    <Alert
      level="information"
      title={t('title')}
      action={
        <LinkButton href={`/inbound/${planId}/placement/board`} icon="arrow">
          {t('open')}
        </LinkButton>
      }
    >
      {t('openText')}
    </Alert>
  );
}
