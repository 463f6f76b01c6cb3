import { entry } from './entry.ts';

type Command = {
  readonly usage: string;
  /** Gets the words after the command's name; answers with the exit code. */
  readonly run: (words: readonly string[]) => Promise<number>;
};

/** Each command is loaded only when it is called. */
const COMMANDS: Readonly<Record<string, Command>> = {
  confirmations: {
    usage: 'confirmations check FILE --orders UNSHIPPED.tsv --marketplace US',
    run: async (words) => (await import('./confirmations.ts')).runConfirmations(words),
  },
  labels: {
    usage: 'labels items IN.csv --page-type TYPE --out OUT.pdf',
    run: async (words) => (await import('./labels.ts')).runLabels(words),
  },
  migrate: {
    usage: 'migrate | migrate create ROOM_WHAT',
    run: async (words) => (await import('./migrate.ts')).runMigrate(words),
  },
  pack: {
    usage: 'pack IN.json --out OUT.json [--seconds 2] [--seed 1] [--objective boxes|cost]',
    run: async (words) => (await import('./pack.ts')).runPack(words),
  },
  simulator: {
    usage: 'simulator [--port 4010] [--seed 7] …',
    run: async (words) => (await import('./simulator.ts')).runSimulator(words),
  },
  tracking: {
    usage: 'tracking identify NUMBER...',
    run: async (words) => (await import('./tracking.ts')).runTracking(words),
  },
  user: {
    usage: 'user add EMAIL --role owner|manager|packer|viewer [--name NAME] [--workspace NAME]',
    run: async (words) => (await import('./user.ts')).runUser(words),
  },
};

await entry(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command) {
    process.exitCode = await command.run(words);
    return;
  }
  const asked = name === 'help' || name === '--help';
  const lines = Object.values(COMMANDS).map(({ usage }) => `  npm run firstleg -- ${usage}`);
  (asked ? console.log : console.error)(['usage:', ...lines].join('\n'));
  process.exitCode = asked ? 0 : 2;
});
