type KeyHintProps = { readonly keys: readonly string[] };

/** The keys that do the same, for those who would rather press them. */
export function KeyHint({ keys }: KeyHintProps) {
  return (
    <span className="no-print inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="rounded-sm border border-line bg-sunken px-1 font-mono text-xs text-muted"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
