// The environment, read once and checked, and the secrets the data folder keeps.
export { type Env, env, readEnv } from './env.ts';
export { secretFile } from './secret-file.ts';
