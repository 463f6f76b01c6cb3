/** The look every typed-in control shares. */
export const INPUT_STYLE =
  'min-h-8 w-full min-w-0 rounded border border-edge bg-surface px-2 py-1 text-base text-ink ' +
  'placeholder:text-muted aria-invalid:border-danger aria-invalid:bg-danger-wash ' +
  'disabled:bg-sunken disabled:text-muted [&:is(input,textarea):read-only]:bg-sunken';
