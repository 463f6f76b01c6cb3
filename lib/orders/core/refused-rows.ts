import type { ProcessingReport } from '#lib/flat-files';
import { problem, type Problem } from '#lib/kernel';

/** A row of a file that Amazon was sent. */
export type SentRow = {
  readonly id: string;
  readonly orderId: string;
  /** Empty where the row means the whole order. */
  readonly orderItemId: string;
};

/**
 * R1: which rows Amazon did not take, by its processing report. They are told apart by order, and by
 * item where both name one; the report's own numbers are no lines. An error that names no order is
 * about the file, and where nothing of it was taken, every row is refused for it.
 */
export function refusedRows(
  rows: readonly SentRow[],
  { messages, successful }: Pick<ProcessingReport, 'messages' | 'successful'>,
): ReadonlyMap<string, readonly Problem[]> {
  const errors = messages.filter(({ isError }) => isError);
  const refused = new Map<string, readonly Problem[]>();
  for (const { id, orderId, orderItemId } of rows) {
    const own = errors.filter((error) =>
      error.orderId === ''
        ? successful === 0
        : error.orderId === orderId &&
          (error.orderItemId === '' || orderItemId === '' || error.orderItemId === orderItemId),
    );
    if (own.length === 0) continue;
    const problems = own.map(({ code, message }) =>
      problem('feed-row-refused', { orderId, amazonCode: code, amazonMessage: message }),
    );
    refused.set(id, problems);
  }
  return refused;
}
