import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { env, secretFile } from '#lib/env';

export type Vault = {
  /** Seals `text` so that it opens only under the same `context`, such as `connection:ID:token`. */
  readonly seal: (text: string, context: string) => string;
  /** Throws when the seal was broken, moved to another context, or made with another key. */
  readonly open: (sealed: string, context: string) => string;
  /** A further secret that depends on the vault's key alone. */
  readonly derive: (purpose: string) => string;
};

const VERSION = 'v1';

export function createVault(secret: string): Vault {
  const key = derive(secret, 'firstleg vault', 32);
  return {
    seal: (text, context) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'));
      return [VERSION, ...parts].join('.');
    },
    open: (sealed, context) => {
      const [version, iv, tag, body] = sealed.split('.');
      if (version !== VERSION || iv === undefined || tag === undefined || body === undefined)
        throw new Error('not a sealed secret');
      try {
        const opener = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
          authTagLength: 16,
        })
          .setAAD(Buffer.from(context))
          .setAuthTag(Buffer.from(tag, 'base64url'));
        return opener.update(body, 'base64url', 'utf8') + opener.final('utf8');
      } catch {
        throw new Error('a sealed secret does not open: another key, another place, or damage');
      }
    },
    derive: (purpose) => derive(secret, purpose, 32).toString('hex'),
  };
}

function derive(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, length));
}

let known: Vault | undefined;

/** The vault of this installation: FIRSTLEG_SECRET_KEY, or the key file in the data folder. */
export function vault(): Vault {
  const { secretKey, dataDir } = env();
  known ??= createVault(
    secretKey ?? secretFile(join(dataDir, 'secret-key'), () => randomBytes(32).toString('hex')),
  );
  return known;
}
