/** The id of the control that carries `name`, so that a list of problems can point at it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]/g, '-')}`;
}
