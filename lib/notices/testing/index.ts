// For tests only: a member of a workspace with a channel, and a carrier whose clock can be moved.
export { type Household, household } from './household.ts';
