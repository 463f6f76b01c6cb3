import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#lib/db/testing';
import { DAY, type Instant, MINUTE, type Result, SECOND } from '#lib/kernel';
import type { Role } from './roles.ts';
import { listSessions, loadSession, revokeSession, type SignedIn, signOut } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { type Created, createOwner, createUser, hasNoUser } from './users.ts';

const database = testDatabase();
const start: Instant = Date.UTC(2026, 10, 23, 8);
const clock = { at: start, now: () => clock.at };
const devices = { db: undefined as never, clock };
Object.defineProperty(devices, 'db', { get: () => database.db });

const password = 'correct horse battery';
const browser = { address: '192.0.2.7', userAgent: 'Firefox' };
const actor = { actorName: 'test' };

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ code }) => code);

function ownerOf(workspaceName: string, email = 'mei@example.com') {
  return createOwner(devices, { email, name: 'Mei', password, workspaceName });
}

async function member(workspaceId: string, role: Role, email: string): Promise<Created> {
  return valueOf(
    await createUser(devices, { email, name: role, password, workspaceId, role, actor }),
  );
}

async function otherWorkspace(): Promise<string> {
  const { id } = await database.db.workspace.create({
    data: { name: 'Other', createdAt: new Date(clock.now()) },
  });
  return id;
}

const enter = (email: string, typed = password, address = browser.address) =>
  signIn(devices, { ...browser, address, email, password: typed });

async function entered(email: string): Promise<SignedIn> {
  const { sessionId } = valueOf(await enter(email));
  const session = await loadSession(devices, sessionId);
  if (!session) throw new Error('no session');
  return session;
}

beforeEach(async () => {
  clock.at = start;
  await database.db.signInAttempt.deleteMany();
  await database.db.workspace.deleteMany();
  await database.db.user.deleteMany();
});

describe('the first owner', () => {
  test('is made while there is nobody, with a workspace of their own', async () => {
    expect(await hasNoUser(devices)).toBe(true);
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    expect(await hasNoUser(devices)).toBe(false);
    const session = await entered('mei@example.com');
    expect(session.role).toBe('owner');
    expect(session.workspace).toEqual({ id: workspaceId, name: 'Teapots', isDemo: false });
  });

  test('is refused as soon as somebody exists', async () => {
    await ownerOf('Teapots');
    expect(codesOf(await ownerOf('Kettles', 'li@example.com'))).toEqual(['owner-exists']);
  });

  test('is one, even when two are asked for at the same moment', async () => {
    const outcomes = await Promise.all([
      ownerOf('Teapots'),
      ownerOf('Kettles', 'li@example.com'),
      ownerOf('Pans', 'bo@example.com'),
    ]);
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await database.db.workspace.count()).toBe(1);
  });

  test('needs a workspace name and a long password', async () => {
    expect(codesOf(await ownerOf(' '))).toEqual(['workspace-name-missing']);
    const short = await createOwner(devices, {
      email: 'mei@example.com',
      name: 'Mei',
      password: 'short',
      workspaceName: 'Teapots',
    });
    expect(codesOf(short)).toEqual(['password-too-short']);
  });
});

describe('a further member', () => {
  test('gets the role that was meant, and the workspace remembers who was added', async () => {
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    const { userId } = await member(workspaceId, 'packer', 'Bo@Example.com');
    expect((await entered('bo@example.com')).role).toBe('packer');
    const audit = await database.db.auditEntry.findFirstOrThrow({ where: { objectId: userId } });
    expect(audit).toMatchObject({ verb: 'create-user', after: { role: 'packer' } });
  });

  test('needs an address nobody has, in whatever case', async () => {
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    const again = await createUser(devices, {
      email: 'MEI@example.com',
      name: 'Mei',
      password,
      workspaceId,
      role: 'viewer',
      actor,
    });
    expect(codesOf(again)).toEqual(['email-taken']);
  });

  test('cannot join a workspace that does not exist', async () => {
    const input = { email: 'bo@example.com', name: 'Bo', password, role: 'viewer', actor } as const;
    const lost = await createUser(devices, { ...input, workspaceId: 'nowhere' });
    expect(codesOf(lost)).toEqual(['workspace-not-found']);
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await ownerOf('Teapots');
  });

  test('never tells a wrong password from an unknown address', async () => {
    const wrong = await enter('mei@example.com', 'wrong password here');
    expect(codesOf(wrong)).toEqual(['wrong-email-or-password']);
    expect(await enter('nobody@example.com')).toEqual(wrong);
  });

  test('keeps passwords as argon2id and addresses of tries as hashes', async () => {
    await enter('my-password-by-mistake');
    const { passwordHash } = await database.db.user.findFirstOrThrow();
    expect(passwordHash).toMatch(/^\$argon2id\$/);
    const { account } = await database.db.signInAttempt.findFirstOrThrow();
    expect(account).not.toContain('mistake');
  });

  test('is refused after five wrong passwords for an account, even with the right one', async () => {
    for (let i = 0; i < 5; i += 1) await enter('mei@example.com', 'wrong password here');
    const sixth = await enter('mei@example.com', password, '198.51.100.1');
    expect(sixth.ok).toBe(false);
    expect(!sixth.ok && sixth.problems[0]).toMatchObject({
      code: 'too-many-sign-ins',
      facts: { minutes: 15 },
    });
  });

  test('opens again when the window has passed, and hammering did not lengthen it', async () => {
    for (let i = 0; i < 5; i += 1) await enter('mei@example.com', 'wrong password here');
    for (let i = 0; i < 14; i += 1) {
      clock.at += MINUTE;
      expect(codesOf(await enter('mei@example.com', 'x'))).toEqual(['too-many-sign-ins']);
    }
    clock.at += MINUTE + SECOND;
    expect((await enter('mei@example.com')).ok).toBe(true);
  });

  test('forgives four typing mistakes once the right password came', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await enter('mei@example.com', 'wrong password here');
      clock.at += SECOND;
      expect((await enter('mei@example.com')).ok).toBe(true);
      clock.at += SECOND;
    }
  });

  test('is refused to one address that tries many accounts, and to no other', async () => {
    for (let i = 0; i < 30; i += 1) await enter(`guess-${i}@example.com`, 'guess guess guess');
    expect(codesOf(await enter('mei@example.com'))).toEqual(['too-many-sign-ins']);
    expect((await enter('mei@example.com', password, '198.51.100.1')).ok).toBe(true);
  });

  test('lets no more than five guesses through when they all come at once', async () => {
    const guesses = Array.from({ length: 12 }, () => enter('mei@example.com', 'guess guess guess'));
    const codes = (await Promise.all(guesses)).flatMap(codesOf);
    const looked = codes.filter((code) => code === 'wrong-email-or-password');
    expect(codes).toHaveLength(12);
    expect(looked.length).toBeLessThanOrEqual(5);
  });
});

describe('a session', () => {
  test('ends when one signs out', async () => {
    await ownerOf('Teapots');
    const { sessionId } = await entered('mei@example.com');
    await signOut(devices, sessionId);
    expect(await loadSession(devices, sessionId)).toBeUndefined();
  });

  test('ends after thirty days', async () => {
    await ownerOf('Teapots');
    const { sessionId } = await entered('mei@example.com');
    clock.at += 30 * DAY - SECOND;
    expect(await loadSession(devices, sessionId)).toBeDefined();
    clock.at += SECOND;
    expect(await loadSession(devices, sessionId)).toBeUndefined();
  });

  test('opens nothing once its user is no member any more, and follows their role', async () => {
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    const { userId } = await member(workspaceId, 'viewer', 'bo@example.com');
    const { sessionId } = await entered('bo@example.com');
    await database.db.member.updateMany({ where: { userId }, data: { role: 'manager' } });
    expect((await loadSession(devices, sessionId))?.role).toBe('manager');
    await database.db.member.deleteMany({ where: { userId } });
    expect(await loadSession(devices, sessionId)).toBeUndefined();
  });

  test('is revoked by an owner, at once and with a trace', async () => {
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    await member(workspaceId, 'packer', 'bo@example.com');
    const owner = await entered('mei@example.com');
    const packer = await entered('bo@example.com');
    expect((await listSessions(devices, workspaceId)).map(({ userName }) => userName)).toContain(
      'packer',
    );
    expect((await revokeSession(devices, owner, packer.sessionId)).ok).toBe(true);
    expect(await loadSession(devices, packer.sessionId)).toBeUndefined();
    expect(await listSessions(devices, workspaceId)).toHaveLength(1);
    const audit = await database.db.auditEntry.findFirst({ where: { verb: 'revoke-session' } });
    expect(audit).toMatchObject({ objectId: packer.sessionId, actorName: 'Mei', workspaceId });
    const again = await revokeSession(devices, owner, packer.sessionId);
    expect(codesOf(again)).toEqual(['session-not-found']);
  });

  test('is not revoked by anybody else', async () => {
    const { workspaceId } = valueOf(await ownerOf('Teapots'));
    await member(workspaceId, 'manager', 'bo@example.com');
    const owner = await entered('mei@example.com');
    const manager = await entered('bo@example.com');
    const outcome = await revokeSession(devices, manager, owner.sessionId);
    expect(codesOf(outcome)).toEqual(['not-allowed']);
  });

  test("of another workspace does not exist for this workspace's owner", async () => {
    await ownerOf('Teapots');
    const other = await otherWorkspace();
    await member(other, 'owner', 'li@example.com');
    const owner = await entered('mei@example.com');
    const stranger = await entered('li@example.com');
    const outcome = await revokeSession(devices, owner, stranger.sessionId);
    expect(codesOf(outcome)).toEqual(['session-not-found']);
    expect(await listSessions(devices, owner.workspace.id)).toHaveLength(1);
    expect(await loadSession(devices, stranger.sessionId)).toBeDefined();
  });
});
