/**
 * Prisma's own schema engine as WebAssembly. The native one is downloaded from a host that offices and
 * build machines often cannot reach; this one comes with npm ci. It is internal to Prisma, hence pinned.
 * Use it in a process of its own: it may be created once only and leaves a timer behind.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { projectRoot } from "./project";

const QUOTED_CHAR = 18;
const BPCHAR = 1042;

type Query = (...args: unknown[]) => Promise<pg.QueryResult>;

/**
 * The adapter refuses the catalogue type "char" (OID 18), in which the engine reads what kind of constraint it
 * sees. Here such a column passes the adapter as text and is handed to the engine as a character.
 */
class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const characterColumns = new Map<string, number[]>();

    const plainQuery = pool.query.bind(pool) as unknown as Query;
    const query: Query = async (...args) => {
      const result = await plainQuery(...args);
      const found = result.fields.flatMap((field, index) =>
        field.dataTypeID === QUOTED_CHAR ? [index] : [],
      );
      for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: BPCHAR });
      const [first] = args as [{ text?: string } | string];
      characterColumns.set(typeof first === "string" ? first : (first.text ?? ""), found);
      return result;
    };
    Object.assign(pool, { query });

    const plainRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await plainRaw(sql);
      for (const index of characterColumns.get(sql.sql) ?? [])
        result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  }
}

export const schemaFile = path.join(projectRoot, "prisma", "schema.prisma");

async function openEngine(databaseUrl: string): Promise<SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(path.join(path.dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const factory = bindMigrationAwareSqlAdapterFactory(
    new CatalogueAdapter({ connectionString: databaseUrl, max: 2 }),
  );
  const options = { datamodels: [["schema.prisma", readFileSync(schemaFile, "utf8")]] as [string, string][] };
  return glue.SchemaEngine.new(options, () => {}, factory);
}

export interface SchemaReport {
  /** SQL that would turn the database into what the schema text describes; empty when they agree. */
  missingSql: string;
  /** What Prisma's own engine holds against the recorded migrations; empty when `prisma migrate deploy` would do nothing. */
  historyFaults: string[];
}

/** Compares a migrated database with the schema text, and its migration records with the files, by Prisma's own judgement. */
export async function inspectDatabase(
  databaseUrl: string,
  schemaText: string,
  migrations: readonly { name: string; sql: string }[],
): Promise<SchemaReport> {
  const engine = await openEngine(databaseUrl);
  const filters = { externalTables: [], externalEnums: [] };
  const files = [{ path: "schema.prisma", content: schemaText }];
  const diff = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters,
  });
  const baseDir = path.join(projectRoot, "prisma", "migrations");
  const history = await engine.diagnoseMigrationHistory({
    migrationsList: {
      baseDir,
      lockfile: {
        path: "migration_lock.toml",
        content: readFileSync(path.join(baseDir, "migration_lock.toml"), "utf8"),
      },
      shadowDbInitScript: "",
      migrationDirectories: migrations.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
      })),
    },
    optInToShadowDatabase: false,
    filters,
  });
  return {
    missingSql: diff.exitCode === 0 ? "" : (diff.stdout ?? "").trim(),
    historyFaults: [
      ...(history.hasMigrationsTable ? [] : ["no table _prisma_migrations"]),
      ...history.editedMigrationNames.map((name) => `${name}: checksum differs`),
      ...history.failedMigrationNames.map((name) => `${name}: failed`),
      ...(history.history ? [JSON.stringify(history.history)] : []),
    ],
  };
}
