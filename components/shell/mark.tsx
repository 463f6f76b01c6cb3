type MarkProps = { readonly className?: string };

/** One strong leg that parts into the ways goods go on: an F. */
export function Mark({ className = 'size-6' }: MarkProps) {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" className={className}>
      <path d="M7 21V6" stroke="var(--mark)" strokeWidth="5" />
      <path d="M7 4.5h11M7 12.5h7.5" stroke="currentColor" strokeWidth="2" />
      <circle cx="19" cy="4.5" r="2.5" fill="currentColor" />
      <circle cx="15.5" cy="12.5" r="2.5" fill="currentColor" />
    </svg>
  );
}

export function Logotype() {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Mark />
      <span className="text-lg font-semibold tracking-tight">Firstleg</span>
    </span>
  );
}
