// The staff door of the languages: whole catalogues, for servers and tests.
import 'server-only';

export { messagesFor } from './messages.ts';
export { formatSlipDate, slipWords } from './slip-words.ts';
