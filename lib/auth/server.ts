// Signing in and out, accounts, sessions that can be revoked, and the vault that seals secrets.
// The only room that knows next-auth.
import 'server-only';

export { clientOf } from './client.ts';
export { type MemberRow, membersOf } from './members.ts';
export type { Devices } from './devices.ts';
export { authRoute, currentSession, type SessionCookie, sessionCookie } from './next-auth.ts';
export {
  type Browser,
  listSessions,
  type OpenSession,
  revokeSession,
  type SignedIn,
  signOut,
} from './sessions.ts';
export { signIn, type SignInProblem } from './sign-in.ts';
export { type Actor, type Created, createOwner, createUser, hasNoUser } from './users.ts';
export { createVault, type Vault, vault } from './vault.ts';
