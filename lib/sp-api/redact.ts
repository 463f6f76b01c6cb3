export type Redact = (text: string) => string;

const TOKEN_LIKE = /\bAt[a-z]{2}\|[^\s"'<>]+|\bamzn1\.oa2-cs\.[^\s"'<>]+/g;

/** Takes every given secret, and whatever looks like one of Amazon's tokens, out of a text. */
export function createRedact(secrets: () => readonly (string | undefined)[]): Redact {
  return (text) => {
    let clean = text.replace(TOKEN_LIKE, '[removed]');
    for (const secret of secrets())
      if (secret !== undefined && secret !== '') clean = clean.replaceAll(secret, '[removed]');
    return clean;
  };
}
