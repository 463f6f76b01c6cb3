import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as EngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';
import { catalogueAdapter } from './catalogue-adapter.ts';
import { type Migration, MIGRATIONS_FOLDER } from './migrations.ts';

const SCHEMA_FOLDER = fileURLToPath(new URL('../../prisma/schema', import.meta.url));
const LOCKFILE = 'migration_lock.toml';
const FILTERS = { externalTables: [], externalEnums: [] };

/** The SQL between the database at `url` and the schema files; empty when they agree. */
export async function schemaDifference(url: string, folder = SCHEMA_FOLDER): Promise<string> {
  const files = await readSchema(folder);
  return withEngine(url, files, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: FILTERS,
    });
    return exitCode === 0 ? '' : (stdout ?? '');
  });
}

/** What Prisma's own migrate would still apply to the database at `url`. */
export async function unappliedInPrismasEyes(
  url: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  return withEngine(url, [], async (engine) => {
    const { history, editedMigrationNames, failedMigrationNames } =
      await engine.diagnoseMigrationHistory({
        migrationsList: await migrationList(migrations),
        optInToShadowDatabase: false,
        filters: FILTERS,
      });
    const unapplied =
      history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [];
    return [...editedMigrationNames, ...failedMigrationNames, ...unapplied];
  });
}

async function migrationList(migrations: readonly Migration[]): Promise<MigrationList> {
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: {
      path: LOCKFILE,
      content: await readFile(join(MIGRATIONS_FOLDER, LOCKFILE), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

async function withEngine<Value>(
  url: string,
  files: readonly SchemaContainer[],
  work: (engine: EngineModule.SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const { SchemaEngine } = await loadEngine();
  const adapters = bindMigrationAwareSqlAdapterFactory(catalogueAdapter(url));
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const engine = await SchemaEngine.new(
    { datamodels: datamodels.length === 0 ? undefined : datamodels },
    () => undefined,
    adapters,
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

async function readSchema(folder: string): Promise<SchemaContainer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { path, content: await readFile(path, 'utf8') };
    }),
  );
}

let loading: Promise<typeof EngineModule> | undefined;

// The package is made for bundlers that import wasm; Node instantiates it by hand.
function loadEngine(): Promise<typeof EngineModule> {
  loading ??= instantiate();
  return loading;
}

async function instantiate(): Promise<typeof EngineModule> {
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const engine = (await import(pathToFileURL(entry).href)) as typeof EngineModule & {
    readonly ['__wbg_set_wasm']: (exports: WebAssembly.Exports) => void;
  };
  const { ['__wbg_set_wasm']: connect } = engine;
  const bytes = await readFile(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  connect(instance.exports);
  const { ['__wbindgen_start']: start } = instance.exports;
  (start as () => void)();
  return engine;
}
