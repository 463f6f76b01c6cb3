// The environment, read once and checked, and the secrets the data folder keeps.
export { type DemoSignIn, demoSignIn, findDemoSignIn } from './demo-sign-in.ts';
export { addressOfHouse, type Env, env, readEnv } from './env.ts';
export { secretFile } from './secret-file.ts';
