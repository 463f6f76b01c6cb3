import { recordAudit, type Tx, transaction } from '#lib/db';
import { ok, problem, refuse, type Result } from '#lib/kernel';
import { type NewUser, type NewUserProblem, readNewUser } from './credentials.ts';
import type { Devices } from './devices.ts';
import { hashPassword } from './password.ts';
import type { Role } from './roles.ts';

export type Created = { readonly userId: string; readonly workspaceId: string };

/** Whether this installation waits for its first owner. */
export async function hasNoUser({ db }: Devices): Promise<boolean> {
  return (await db.user.findFirst({ select: { id: true } })) === null;
}

/** The first user, with a workspace to own; refused as soon as anybody exists. */
export async function createOwner(
  { db, clock }: Devices,
  input: NewUser & { readonly workspaceName: string },
): Promise<Result<Created, NewUserProblem | 'owner-exists' | 'workspace-name-missing'>> {
  const read = readNewUser(input);
  const workspaceName = input.workspaceName.trim();
  if (!read.ok) return read;
  if (workspaceName === '') return refuse(problem('workspace-name-missing', {}, 'workspaceName'));
  const passwordHash = await hashPassword(read.value.password);
  const createdAt = new Date(clock.now());
  return transaction(db, async (tx) => {
    await oneAtATime(tx);
    if ((await tx.user.count()) > 0) return refuse(problem('owner-exists'));
    const workspace = await tx.workspace.create({ data: { name: workspaceName, createdAt } });
    const { email, name } = read.value;
    const user = await tx.user.create({ data: { email, name, passwordHash, createdAt } });
    await join(tx, {
      userId: user.id,
      workspaceId: workspace.id,
      role: 'owner',
      createdAt,
      actor: { actorId: user.id, actorName: name },
    });
    return ok({ userId: user.id, workspaceId: workspace.id });
  });
}

export type Actor = { readonly actorId?: string; readonly actorName: string };

/** A further member of a workspace, with an account of their own. */
export async function createUser(
  { db, clock }: Devices,
  input: NewUser & { readonly workspaceId: string; readonly role: Role; readonly actor: Actor },
): Promise<Result<Created, NewUserProblem | 'email-taken' | 'workspace-not-found'>> {
  const read = readNewUser(input);
  if (!read.ok) return read;
  const passwordHash = await hashPassword(read.value.password);
  const createdAt = new Date(clock.now());
  const { email, name } = read.value;
  const { workspaceId, role, actor } = input;
  return transaction(db, async (tx) => {
    await oneAtATime(tx);
    const workspace = await tx.workspace.findUnique({ where: { id: workspaceId } });
    if (!workspace) return refuse(problem('workspace-not-found'));
    const namesake = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (namesake) return refuse(problem('email-taken', { email }, 'email'));
    const user = await tx.user.create({ data: { email, name, passwordHash, createdAt } });
    await join(tx, { userId: user.id, workspaceId, role, createdAt, actor });
    return ok({ userId: user.id, workspaceId });
  });
}

type Joining = {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly actor: Actor;
};

async function join(tx: Tx, { actor, ...member }: Joining): Promise<void> {
  await tx.member.create({ data: member });
  await recordAudit(tx, {
    ...actor,
    workspaceId: member.workspaceId,
    at: member.createdAt.getTime(),
    objectType: 'member',
    objectId: member.userId,
    verb: 'create-user',
    after: { role: member.role },
  });
}

// Two first owners, or two accounts of one address, may be asked for at the same moment.
async function oneAtATime(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('firstleg users'))`;
}
