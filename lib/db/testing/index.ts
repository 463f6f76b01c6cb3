// For database tests only: databases cloned from one migrated template on one throwaway server, and
// put back to a moment in them.
export {
  cloneTemplate,
  dropDatabase,
  emptyDatabase,
  type TestDatabase,
  testDatabase,
} from './database.ts';
export { type Mark, type Rewind, rewindable } from './rewind.ts';
