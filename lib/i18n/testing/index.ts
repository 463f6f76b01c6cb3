// For tests only: whole catalogues, outside of a server.
export { messagesFor } from '../messages.ts';
