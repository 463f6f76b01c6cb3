// Letters and calls that leave the house: e-mail by SMTP and signed webhooks. Knows how something is
// carried and why it was not, and never what it says or to whom it matters. This door is pure.
export { checkMailAddress, checkWebhookUrl } from './targets.ts';
