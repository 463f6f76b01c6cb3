const PATHS = {
  alert: 'M8 1.5 15 14H1L8 1.5Zm0 4.75v3.5m0 2v.5',
  arrow: 'M2.5 8h11m-4-4 4 4-4 4',
  bell: 'M8 1.5a4 4 0 0 0-4 4v3l-1.5 3h11l-1.5-3v-3a4 4 0 0 0-4-4ZM6.5 14h3',
  blocked: 'M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5L5 1.5Zm.25 3.75 5.5 5.5m0-5.5-5.5 5.5',
  check: 'm2.5 8.5 3.5 3.5 7.5-8',
  chevron: 'm4 6 4 4 4-4',
  clock: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 3v4l2.5 1.5',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  copy: 'M5.5 5.5h8v8h-8v-8Zm-1-3h6m-8 8v-8',
  dot: 'M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6Z',
  file: 'M3.5 1.5h6l3 3v10h-9v-13Zm5.5 0v3.5h3.5',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm0 5.5v4.5m0-7v.5',
  lock: 'M3.5 7h9v7.5h-9V7Zm2-.5V4.25a2.5 2.5 0 0 1 5 0V6.5',
  pending: 'M8 1.5A6.5 6.5 0 1 1 1.5 8',
  sort: 'm5 6 3-3.5L11 6M5 10l3 3.5 3-3.5',
  'sort-ascending': 'm4 9.5 4-4 4 4',
  'sort-descending': 'm4 6.5 4 4 4-4',
  upload: 'M8 11V2.5m-3.5 3L8 2l3.5 3.5M2 10.5V14h12v-3.5',
  user: 'M8 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5.5 6c.5-3 2.5-4 5.5-4s5 1 5.5 4',
} as const;

export type IconName = keyof typeof PATHS;

type IconProps = { readonly name: IconName; readonly className?: string };

/** A 16 px line drawing beside words; it never stands for them. */
export function Icon({ name, className = '' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill={name === 'dot' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-4 shrink-0 ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
