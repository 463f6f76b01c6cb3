import { resolve } from 'node:path';
import { z } from 'zod';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(blankIsAbsent, z.string().optional());
const flag = z.preprocess(blankIsAbsent, z.enum(['0', '1']).optional());

const Variables = z.object({
  FIRSTLEG_DATA_DIR: z.preprocess(blankIsAbsent, z.string().default('.data')),
  DATABASE_URL: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
      .optional(),
  ),
  PORT: z.preprocess(
    blankIsAbsent,
    z.coerce.number('must be a port number').int().min(1).max(65_535).default(3000),
  ),
  FIRSTLEG_SECRET_KEY: z.preprocess(
    blankIsAbsent,
    z.string().min(32, 'must have 32 characters or more').optional(),
  ),
  FIRSTLEG_DEMO: flag,
  FIRSTLEG_EMBEDDED: flag,
  FIRSTLEG_HOST: text,
  FIRSTLEG_URL: z.preprocess(blankIsAbsent, z.url('must be a URL').optional()),
  FIRSTLEG_SIMULATOR_PORT: z.preprocess(
    blankIsAbsent,
    z.coerce.number('must be a port number').int().min(1).max(65_535).optional(),
  ),
  FIRSTLEG_SMTP_URL: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
      .optional(),
  ),
  FIRSTLEG_MAIL_FROM: z.preprocess(
    blankIsAbsent,
    z
      .string()
      .regex(/^[^\r\n]*[^\s@]@[^\s@]+$/, 'must be an e-mail address')
      .optional(),
  ),
  FIRSTLEG_PRIVATE_WEBHOOKS: flag,
  CHROMIUM_PATH: text,
});

export type Env = {
  /** Where Firstleg keeps what must survive: the embedded database and the keys. */
  readonly dataDir: string;
  /** One's own PostgreSQL; absent means the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly port: number;
  /** Which of this machine's addresses to listen on; absent means all of them. */
  readonly host: string | undefined;
  /** The address people type, when it is not this machine's: https://… behind a proxy. */
  readonly publicUrl: string | undefined;
  /** What secrets are sealed with; absent means the key file in the data folder. */
  readonly secretKey: string | undefined;
  /** Whether a demo workspace belongs here: on the embedded database, or where it was asked for. */
  readonly demo: boolean;
  /** Where clients on this machine may speak to the practice Amazon; absent means nowhere. */
  readonly simulatorPort: number | undefined;
  /** The mail server that notices go through, with its user and password; absent means no e-mail. */
  readonly smtpUrl: string | undefined;
  /** Whom e-mails are from. */
  readonly mailFrom: string | undefined;
  /** Whether webhooks may call into the network around this machine, and without encryption. */
  readonly privateWebhooks: boolean;
  readonly chromiumPath: string | undefined;
};

/** Reads the variables; throws one line that names each wrong variable and never its value. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const read = Variables.safeParse(source);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment does not fit. ${faults.join('; ')}`);
  }
  const variables = read.data;
  // `start` hands its embedded database to the server as a DATABASE_URL and says so.
  const isEmbedded = variables.DATABASE_URL === undefined || variables.FIRSTLEG_EMBEDDED === '1';
  const demo = variables.FIRSTLEG_DEMO === undefined ? isEmbedded : variables.FIRSTLEG_DEMO === '1';
  return {
    dataDir: resolve(variables.FIRSTLEG_DATA_DIR),
    databaseUrl: variables.DATABASE_URL,
    port: variables.PORT,
    host: variables.FIRSTLEG_HOST,
    publicUrl: variables.FIRSTLEG_URL,
    secretKey: variables.FIRSTLEG_SECRET_KEY,
    demo,
    simulatorPort: variables.FIRSTLEG_SIMULATOR_PORT,
    smtpUrl: variables.FIRSTLEG_SMTP_URL,
    mailFrom: variables.FIRSTLEG_MAIL_FROM,
    privateWebhooks:
      variables.FIRSTLEG_PRIVATE_WEBHOOKS === undefined
        ? demo
        : variables.FIRSTLEG_PRIVATE_WEBHOOKS === '1',
    chromiumPath: variables.CHROMIUM_PATH,
  };
}

let known: Env | undefined;

export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Where people find Firstleg, without a slash at the end; for links that leave it. */
export function addressOfHouse(
  { publicUrl, port }: Pick<Env, 'publicUrl' | 'port'> = env(),
): string {
  return (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
}
