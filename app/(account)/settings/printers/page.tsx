import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state';
import { LinkButton } from '#components/ui/link-button';
import { Badge } from '#components/ui/status';
import { SubmitButton } from '#components/ui/submit-button';
import { mayDo } from '#lib/auth';
import { type KnownPrinter, openAccount } from '#lib/context/server';
import { printHere } from '../../../printing/printer-actions.ts';
import { thisPrinter } from '../../../printing/this-printer.ts';
import { SettingsTabs } from '../settings-tabs.tsx';
import { dropPrinter } from './actions.ts';
import { PrinterForm } from './form.tsx';
import { PrinterFacts } from './printer-facts.tsx';

type PrintersPageProps = { readonly searchParams: Promise<{ readonly change?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.printers');
  return { title: t('tab') };
}

/** The printers of the workstations, and what makes their faults good. */
export default async function PrintersPage({ searchParams }: PrintersPageProps) {
  const t = await getTranslations('settings.printers');
  const account = await openAccount();
  const { printers, chosen } = await thisPrinter(account);
  const mayEdit = mayDo(account.actor.role, 'print-labels');
  const { change } = await searchParams;
  const changed = printers.find(({ id }) => id === change);
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <SettingsTabs here="printers" />
      {printers.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {printers.map((printer) => (
            <PrinterCard
              key={printer.id}
              printer={printer}
              isHere={printer.id === chosen?.id}
              mayEdit={mayEdit}
            />
          ))}
        </ul>
      )}
      {mayEdit && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">
            {changed ? t('change', { name: changed.name }) : t('add')}
          </h2>
          <PrinterForm key={changed?.id ?? 'new'} {...(changed && { known: changed })} />
        </section>
      )}
    </div>
  );
}

type PrinterCardProps = {
  readonly printer: KnownPrinter;
  readonly isHere: boolean;
  readonly mayEdit: boolean;
};

async function PrinterCard({ printer, isHere, mayEdit }: PrinterCardProps) {
  const t = await getTranslations('settings.printers');
  const { id, name } = printer;
  return (
    <li className="flex flex-wrap items-start justify-between gap-3 rounded border border-line bg-surface p-3">
      <PrinterFacts printer={printer} />
      <div className="flex flex-wrap items-center gap-2">
        {isHere ? (
          <Badge tone="success">{t('here')}</Badge>
        ) : (
          <form action={printHere}>
            <input type="hidden" name="printerId" value={id} />
            <SubmitButton variant="secondary" size="small">
              {t('use')}
            </SubmitButton>
          </form>
        )}
        <LinkButton href={`/settings/printers/${id}/test-sheet`} size="small" newTab>
          {t('testSheet')}
        </LinkButton>
        {mayEdit && (
          <>
            <LinkButton href={`/settings/printers?change=${id}`} size="small">
              {t('edit')}
            </LinkButton>
            <form action={dropPrinter}>
              <input type="hidden" name="printerId" value={id} />
              <SubmitButton variant="quiet" size="small">
                {t('remove', { name })}
              </SubmitButton>
            </form>
          </>
        )}
      </div>
    </li>
  );
}
