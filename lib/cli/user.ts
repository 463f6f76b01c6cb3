import { parseArgs } from 'node:util';
import { type Role, ROLES } from '#lib/auth';
import { createOwner, createUser, type Devices, hasNoUser } from '#lib/auth/server';
import { openClient } from '#lib/db';
import { generateClient, migrate } from '#lib/db/server';
import type { Problem } from '#lib/kernel';
import { withDatabase } from './database.ts';
import { readPassword } from './password.ts';

const USAGE = `usage:
  user add EMAIL --role owner|manager|packer|viewer [--name NAME] [--workspace NAME]

The password is asked for, or read as the first line of what is piped in.`;

// The command line speaks English; the application's sentences are in the message catalogues.
const SENTENCES: Readonly<Record<string, string>> = {
  'email-invalid': 'this is no email address',
  'email-taken': 'somebody has this email address already',
  'name-too-long': 'the name is too long',
  'password-too-long': 'the password is too long',
  'password-too-short': 'the password needs 12 characters or more',
  'first-is-owner': 'the first user is an owner: --role owner',
  'workspace-unknown': 'name one workspace with --workspace',
};

type Request = {
  readonly email: string;
  readonly role: Role;
  readonly name: string;
  readonly workspaceName: string | undefined;
};

export async function runUser(words: readonly string[]): Promise<number> {
  const request = readRequest(words);
  if (!request) {
    console.error(USAGE);
    return 2;
  }
  const password = await readPassword(`Password for ${request.email}: `);
  await generateClient();
  const problems = await withDatabase(async (url) => {
    await migrate(url);
    const db = openClient(url, 2);
    try {
      return await add({ db, clock: { now: Date.now } }, { ...request, password });
    } finally {
      await db.$disconnect();
    }
  });
  for (const { code } of problems) console.error(SENTENCES[code] ?? code);
  if (problems.length > 0) return 1;
  console.log(`${request.email} can sign in.`);
  return 0;
}

async function add(
  devices: Devices,
  { workspaceName, ...request }: Request & { readonly password: string },
): Promise<readonly Pick<Problem, 'code'>[]> {
  if (await hasNoUser(devices)) {
    if (request.role !== 'owner') return [{ code: 'first-is-owner' }];
    const name = workspaceName ?? 'Workspace';
    const outcome = await createOwner(devices, { ...request, workspaceName: name });
    return outcome.ok ? [] : outcome.problems;
  }
  const workspaces = await devices.db.workspace.findMany({
    where: workspaceName === undefined ? {} : { name: workspaceName },
    take: 2,
  });
  const [workspace, another] = workspaces;
  if (!workspace || another) return [{ code: 'workspace-unknown' }];
  const actor = { actorName: 'command line' };
  const outcome = await createUser(devices, { ...request, workspaceId: workspace.id, actor });
  return outcome.ok ? [] : outcome.problems;
}

function readRequest(words: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        name: { type: 'string' },
        workspace: { type: 'string' },
      },
    });
    const [what, email, ...rest] = positionals;
    const role = ROLES.find((one) => one === values.role);
    if (what !== 'add' || email === undefined || rest.length > 0 || !role) return undefined;
    const name = values.name ?? email.split('@')[0] ?? email;
    return { email, role, name, workspaceName: values.workspace };
  } catch {
    return undefined;
  }
}
