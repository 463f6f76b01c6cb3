import Link from 'next/link';
import type { ReactNode } from 'react';

import { type ButtonSize, buttonStyle, type ButtonVariant } from './button-style.ts';
import { Icon, type IconName } from './icon.tsx';

type LinkButtonProps = {
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly icon?: IconName;
  readonly className?: string;
  /** A file to be saved or opened rather than a page: no client-side navigation. */
  readonly download?: boolean;
  readonly newTab?: boolean;
};

/** Goes somewhere, looking like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { href, children, icon, download = false, newTab = false } = props;
  const look = buttonStyle(props.variant, props.size, props.className);
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (download || newTab) {
    return (
      <a
        href={href}
        className={look}
        {...(download && { download: true })}
        {...(newTab && { target: '_blank', rel: 'noreferrer' })}
      >
        {content}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} className={look}>
      {content}
    </Link>
  );
}
