// For tests only: a mail server that keeps what it is given, and a receiver of webhooks.
export { type Mailbox, openMailbox, type ReceivedLetter } from './mailbox.ts';
export { openReceiver, type ReceivedCall, type Receiver } from './receiver.ts';
