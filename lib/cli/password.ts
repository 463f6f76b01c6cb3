import { text } from 'node:stream/consumers';

const ENTER = new Set(['\r', '\n']);
const INTERRUPT = '\u0003';
const ERASE = new Set(['\u007f', '\b']);

/** Asks for a password without showing it, or takes the first line of what is piped in. */
export async function readPassword(question: string): Promise<string> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return (await text(stdin)).split(/\r?\n/)[0] ?? '';
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let typed = '';
  try {
    for await (const chunk of stdin) {
      for (const key of String(chunk)) {
        if (key === INTERRUPT) throw new Error('Nothing was changed.');
        if (ENTER.has(key)) return typed;
        typed = ERASE.has(key) ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
