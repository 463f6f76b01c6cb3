'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePathname } from 'next/navigation';

const PLACES = [
  { key: 'today', href: '/' },
  { key: 'listings', href: '/listings' },
  { key: 'inbound', href: '/inbound' },
  { key: 'labels', href: '/labels' },
  { key: 'orders', href: '/orders' },
  { key: 'settings', href: '/settings' },
] as const;

/** The places of the product; the one the reader is in wears the mark. */
export function Nav() {
  const t = useTranslations('shell');
  const path = usePathname();
  return (
    <nav aria-label={t('nav.label')} className="relative overflow-x-auto">
      <ul className="flex h-11">
        {PLACES.map(({ key, href }) => {
          const here = href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
          return (
            <li key={key}>
              <Link
                href={href}
                {...(here && { 'aria-current': 'page' as const })}
                className={`flex h-full items-center border-b-[3px] px-3 pt-0.5 whitespace-nowrap -outline-offset-4! ${
                  here
                    ? 'border-mark font-semibold text-on-bar'
                    : 'border-transparent text-on-bar-muted hover:bg-bar-hover hover:text-on-bar'
                }`}
              >
                {t(`nav.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
