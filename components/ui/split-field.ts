import type { FieldProps } from './field.tsx';

/** Parts a control's properties into what the field around it takes and what the control takes. */
export function splitField<Props extends FieldProps>(
  props: Props,
): { readonly field: FieldProps; readonly control: Omit<Props, keyof FieldProps> } {
  const { name, label, hint, optional, problems, className, labelHidden, scope, ...control } =
    props;
  const field: FieldProps = {
    name,
    label,
    ...(hint !== undefined && { hint }),
    ...(optional !== undefined && { optional }),
    ...(problems !== undefined && { problems }),
    ...(className !== undefined && { className }),
    ...(labelHidden !== undefined && { labelHidden }),
    ...(scope !== undefined && { scope }),
  };
  return { field, control };
}
