import { cookies } from 'next/headers';
import { type Context, type KnownPrinter, printersOf } from '#lib/context/server';

/** Which printer the device at hand prints with. */
export const PRINTER_COOKIE = 'printer';

export type ThisPrinter = {
  readonly printers: readonly KnownPrinter[];
  readonly chosen: KnownPrinter | undefined;
};

/** The workspace's printers and the one of this device; the only one needs no choosing. */
export async function thisPrinter(
  context: Pick<Context, 'db' | 'workspaceId'>,
): Promise<ThisPrinter> {
  const printers = await printersOf(context);
  const id = (await cookies()).get(PRINTER_COOKIE)?.value;
  const chosen = printers.find((printer) => printer.id === id);
  return { printers, chosen: chosen ?? (printers.length === 1 ? printers[0] : undefined) };
}
