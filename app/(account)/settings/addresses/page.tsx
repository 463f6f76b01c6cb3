import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state';
import { Badge } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { mayDo } from '#lib/auth';
import { openAccount, shipFromAddresses } from '#lib/context/server';
import type { Address } from '#lib/kernel';
import { SettingsTabs } from '../settings-tabs.tsx';
import { removeAddress } from './actions.ts';
import { AddressForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('addresses.tab') };
}

/** Where the goods leave from: the addresses that plans choose between. */
export default async function AddressesPage() {
  const t = await getTranslations('settings');
  const account = await openAccount();
  const known = await shipFromAddresses(account);
  const mayEdit = mayDo(account.actor.role, 'edit-addresses');
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <SettingsTabs here="addresses" />
      {known.length === 0 ? (
        <EmptyState title={t('addresses.none')}>{t('addresses.noneText')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {known.map(({ id, isDefault, address }) => (
            <li
              key={id}
              className="flex flex-wrap items-start justify-between gap-3 rounded border border-line bg-surface p-3"
            >
              <address className="not-italic">
                {linesOf(address).map((line) => (
                  <span key={line} className="block">
                    {line}
                  </span>
                ))}
              </address>
              <div className="flex items-center gap-3">
                {isDefault && <Badge tone="neutral">{t('addresses.usual')}</Badge>}
                {mayEdit && (
                  <form action={removeAddress}>
                    <input type="hidden" name="addressId" value={id} />
                    <SubmitButton variant="quiet" size="small">
                      {t('addresses.remove', { name: address.name })}
                    </SubmitButton>
                  </form>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t('addresses.add')}</h2>
          <AddressForm />
        </section>
      )}
    </div>
  );
}

function linesOf(address: Address): string[] {
  const { name, companyName, addressLine1, addressLine2, city, countryCode } = address;
  const place = [city, address.stateOrProvinceCode, address.postalCode].filter(Boolean).join(' ');
  return [name, companyName, addressLine1, addressLine2, place, countryCode].filter(
    (line): line is string => line !== undefined && line !== '',
  );
}
