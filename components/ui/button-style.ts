import { classNames } from './class-names.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const BASE =
  'inline-flex items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap ' +
  'transition-colors duration-100 select-none no-underline ' +
  'disabled:opacity-55 aria-disabled:opacity-55 aria-disabled:cursor-progress';

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    'border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover',
  secondary: 'border-edge bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent bg-transparent text-link hover:bg-hover',
  danger: 'border-danger bg-danger text-on-danger hover:border-danger-hover hover:bg-danger-hover',
};

const SIZE: Record<ButtonSize, string> = {
  small: 'min-h-6 px-2 text-sm',
  medium: 'min-h-8 px-3 text-base',
  large: 'min-h-10 px-4 text-lg',
};

export function buttonStyle(
  variant: ButtonVariant = 'secondary',
  size: ButtonSize = 'medium',
  className = '',
): string {
  return classNames(BASE, VARIANT[variant], SIZE[size], className);
}
