/** Writes into an input as if it had been typed, so that React and the form around it notice. */
export function setInputValue(input: HTMLInputElement, value: string): void {
  // React shadows `value` on the element itself; the prototype's setter is the one it listens for.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
