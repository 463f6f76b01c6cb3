export type FormValue =
  | string
  | File
  | readonly FormValue[]
  | { readonly [name: string]: FormValue };

type Branch = { [name: string]: Branch | string | File | string[] };

/**
 * A form with dotted names as an object: `lines.0.sku` becomes `{ lines: [{ sku }] }`. A name that
 * ends in `[]` is a list of all its values. React's own fields are left out.
 */
export function formValues(form: FormData): Record<string, FormValue> {
  const root: Branch = Object.create(null) as Branch;
  for (const [name, value] of form) {
    if (name.startsWith('$')) continue;
    put(root, name, value);
  }
  return listsOf(root) as Record<string, FormValue>;
}

function put(root: Branch, name: string, value: string | File): void {
  const isList = name.endsWith('[]');
  const path = (isList ? name.slice(0, -2) : name).split('.');
  const last = path.pop() ?? '';
  let at = root;
  for (const part of path) {
    const next = at[part];
    if (typeof next === 'object' && !Array.isArray(next) && !(next instanceof File)) at = next;
    else at[part] = at = Object.create(null) as Branch;
  }
  const known = at[last];
  if (!isList || typeof value !== 'string') at[last] = value;
  else at[last] = Array.isArray(known) ? [...known, value] : [value];
}

function listsOf(branch: Branch): FormValue {
  const entries = Object.entries(branch).map(
    ([name, value]) => [name, isBranch(value) ? listsOf(value) : value] as const,
  );
  const isList = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  if (!isList) return Object.fromEntries<FormValue>(entries);
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
}

function isBranch(value: Branch[string]): value is Branch {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof File);
}
