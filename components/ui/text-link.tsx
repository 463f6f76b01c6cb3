import Link from 'next/link';
import type { ReactNode } from 'react';

type TextLinkProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A link in running text or a table; fifty of them must not fetch fifty pages ahead. */
export function TextLink({ href, children, className = '' }: TextLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      className={`text-link underline decoration-edge underline-offset-2 hover:decoration-current ${className}`}
    >
      {children}
    </Link>
  );
}
