import type { Devices } from './devices.ts';
import type { Role } from './roles.ts';

export type MemberRow = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** Who belongs to the workspace, the first to join first. */
export async function membersOf(
  { db }: Pick<Devices, 'db'>,
  workspaceId: string,
): Promise<readonly MemberRow[]> {
  const members = await db.member.findMany({
    where: { workspaceId },
    orderBy: { createdAt: 'asc' },
    include: { user: { select: { name: true, email: true } } },
  });
  return members.map(({ userId, role, user }) => ({ userId, role, ...user }));
}
