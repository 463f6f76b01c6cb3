// The word is the kernel's; the checks of this room know it by this name.
export { blocking, type Findings, gather, warning } from '#lib/kernel';
