/**
 * The id of the control that carries `name`, so that a list of problems can point at it. Forms on
 * one page whose fields share names have a scope each.
 */
export function fieldId(name: string, scope?: string): string {
  return `f-${(scope === undefined ? name : `${scope}-${name}`).replace(/[^\w-]/g, '-')}`;
}
