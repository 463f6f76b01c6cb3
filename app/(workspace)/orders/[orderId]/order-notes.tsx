import { getTranslations } from 'next-intl/server';
import { Alert } from '#components/ui/alert';
import { LinkButton } from '#components/ui/link-button';
import { LookAgainNote } from '#components/wizard/look-again-note';
import { isCancelAsked, isOpen, isPending } from '#lib/orders';
import type { OneOrder } from '#lib/orders/server';
import { cancelHref } from '../cancel-href.ts';

type OrderNotesProps = { readonly one: OneOrder };

/** What must be known before anything is done with the order. */
export async function OrderNotes({ one }: OrderNotesProps) {
  const t = await getTranslations('order.notes');
  const { order, deadlines, told, isPartial } = one;
  const reason = order.items.find(({ cancelRequest }) => cancelRequest)?.cancelRequest?.reason;
  return (
    <>
      {told.some(({ state }) => state === 'waiting' || state === 'sending') && (
        <LookAgainNote>{t('telling')}</LookAgainNote>
      )}
      {isPartial && <LookAgainNote>{t('partial')}</LookAgainNote>}
      {isPending(order) && (
        <Alert level="information" title={t('pendingTitle')}>
          {t('pendingText')}
        </Alert>
      )}
      {isOpen(order) && isCancelAsked(order) && (
        <Alert
          level="warning"
          title={t('cancelAskedTitle', { reason: reason ?? '' })}
          action={<LinkButton href={cancelHref(order)}>{t('cancelAskedAct')}</LinkButton>}
        >
          {t('cancelAskedText')}
        </Alert>
      )}
      {order.verification !== undefined && order.verification !== 'Approved' && (
        <Alert level="warning" title={t(`verification.${order.verification}`)}>
          {t('verificationText')}
        </Alert>
      )}
      {deadlines?.urgency === 'late' && (
        <Alert level="warning" title={t('lateTitle')}>
          {t('lateText')}
        </Alert>
      )}
      {deadlines?.urgency === 'cancel-near' && (
        <Alert level="blocking" title={t('cancelNearTitle')}>
          {t('cancelNearText')}
        </Alert>
      )}
    </>
  );
}
