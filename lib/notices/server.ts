import 'server-only';

// Staff door: noting what was found out, reading it, and carrying it to the people who want it.
export {
  type AddedChannel,
  addChannel,
  channelsOf,
  confirmChannel,
  type Keeper,
  type KnownChannel,
  removeChannel,
  renewSecret,
  setKinds,
  testChannel,
} from './verbs/channels.ts';
export { carryChannel } from './verbs/carry-channel.ts';
export { insertNotices, type NewNotice, NOTICES_JOB } from './verbs/insert-notices.ts';
export { purgeNotices } from './verbs/purge-notices.ts';
export {
  countNewNotices,
  type KnownNotice,
  listNotices,
  MOST_COUNTED,
  type NoticePage,
  seeNotices,
  toldKinds,
} from './verbs/read-notices.ts';
export { type KnownSending, sendingsOf } from './verbs/sendings.ts';
