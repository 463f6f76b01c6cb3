// For database tests only: databases cloned from one migrated template on one throwaway server.
export {
  cloneTemplate,
  dropDatabase,
  emptyDatabase,
  type TestDatabase,
  testDatabase,
} from './database.ts';
