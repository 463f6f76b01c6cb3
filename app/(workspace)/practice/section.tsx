import type { ReactNode } from 'react';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
};

/** One lever of the desk. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-3 rounded border border-line bg-surface p-4"
    >
      <div>
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {lead !== undefined && <p className="max-w-[70ch] text-sm text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
