// The environment, read once and checked; the only room that looks into process.env.
export { type Env, env, readEnv } from './env.ts';
