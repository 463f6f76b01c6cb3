'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '#components/action-form';
import { CopyButton } from '#components/ui/copy-button';
import { type Definition, DefinitionList } from '#components/ui/definition-list';
import { SubmitButton } from '#components/ui/submit-button';
import { addressLines, type Buyer } from '#lib/orders';
import { type BuyerShown, showBuyer } from './actions.ts';

const NOT_SHOWN: BuyerShown = { problems: [] };

type BuyerPanelProps = { readonly orderId: string };

/** Who bought and where it goes, once it is asked for: the page by itself reads no address. */
export function BuyerPanel({ orderId }: BuyerPanelProps) {
  const t = useTranslations('order.buyer');
  return (
    <ActionForm action={showBuyer} initial={NOT_SHOWN} className="flex flex-col items-start gap-2">
      {({ buyer }) => (
        <>
          <input type="hidden" name="orderId" value={orderId} />
          {buyer ? (
            <BuyerFacts buyer={buyer} />
          ) : (
            <>
              <SubmitButton variant="secondary" pendingLabel={t('reading')}>
                {t('show')}
              </SubmitButton>
              <p className="text-sm text-muted">{t('audited')}</p>
            </>
          )}
        </>
      )}
    </ActionForm>
  );
}

type BuyerFactsProps = { readonly buyer: Buyer };

function BuyerFacts({ buyer }: BuyerFactsProps) {
  const t = useTranslations('order.buyer');
  const lines = buyer.address ? addressLines(buyer.address) : [];
  return (
    <div className="flex flex-col gap-3">
      {lines.length > 0 && (
        <div className="flex items-start gap-2">
          <address className="not-italic">
            {lines.map((line, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- two lines may read the same
              <span key={`${at} ${line}`} className="block break-words">
                {line}
              </span>
            ))}
          </address>
          <CopyButton text={lines.join('\n')} what={t('address')} />
        </div>
      )}
      <DefinitionList items={factsOf(buyer, t)} />
      <p className="text-sm text-muted">{t('readOnly')}</p>
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<'order.buyer'>>;

function factsOf(buyer: Buyer, t: Words): readonly Definition[] {
  const { address } = buyer;
  const facts: readonly (readonly [Parameters<Words>[0], string | undefined])[] = [
    ['name', buyer.name],
    ['company', buyer.companyName],
    ['purchaseOrder', buyer.purchaseOrderNumber],
    ['phone', address?.phone],
    ['kind', address?.isCommercial === true ? t('commercial') : undefined],
    ['instruction', buyer.deliveryInstruction],
    ['dropOff', buyer.dropOffLocation],
    ['gift', buyer.giftMessages?.join('\n')],
  ];
  return facts.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [{ key, term: t(key), value }],
  );
}
