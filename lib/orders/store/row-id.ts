/**
 * A name for a new row. It begins with the time (UUID version 7), so that rows written together lie
 * together in every index; names drawn at random would touch a page of their own each.
 */
export function rowId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
