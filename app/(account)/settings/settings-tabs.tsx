import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/shell/page-header';
import { Tabs } from '#components/ui/tabs';

const PLACES = ['connection', 'addresses', 'printers', 'notifications', 'people'] as const;
export type SettingsPlace = (typeof PLACES)[number];

type SettingsTabsProps = { readonly here: SettingsPlace };

export async function SettingsTabs({ here }: SettingsTabsProps) {
  const t = await getTranslations('settings');
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('title')}
        tabs={PLACES.map((place) => ({
          label: t(`${place}.tab`),
          href: `/settings/${place}`,
          current: place === here,
        }))}
      />
    </>
  );
}
