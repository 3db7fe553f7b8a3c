import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { chooseAccount, locateHome } from "./postgres-account";
import { findBinaries } from "./postgres-binaries";
import { type Cluster, formatUrl, probe, startServer, stopServer } from "./postgres-server";
import { dataFolder } from "./project";

const MAIN_DATABASE = "ntm";

export interface EnsuredDatabase {
  /** PostgreSQL connection string of the application's database. */
  url: string;
  /** True when this call started the embedded server (so this process should stop it when it is done). */
  started: boolean;
}

export interface DatabaseOptions {
  /** Another data folder than `.data`; then DATABASE_URL is not looked at. For tests. */
  dataFolder?: string;
}

/** Where the database of this data folder lives if it exists already: there, or where the pointer leads. */
function findHome(folder: string): string {
  const pointer = path.join(folder, "postgres-location");
  return existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : folder;
}

function describeCluster(folder: string): Cluster {
  const account = chooseAccount(path.join(findHome(folder), "postgres"));
  const { home, isOutside } = locateHome(folder, account);
  const dataDir = path.join(home, "postgres");
  if (isOutside && !existsSync(dataDir)) {
    console.log(
      `PostgreSQL cannot run as root and cannot reach ${folder}: its data goes to ${dataDir} instead.`,
    );
  }
  const owner = existsSync(dataDir) ? statSync(dataDir).uid : undefined;
  const self = process.getuid?.();
  if (owner !== undefined && self !== undefined && self !== 0 && owner !== self) {
    throw new Error(
      `The database folder ${dataDir} belongs to another account (uid ${owner}), probably because the project was first ` +
        "started as root. Start it as that account or as root, delete the folder to begin anew, or set DATABASE_URL.",
    );
  }
  return {
    dataDir,
    logFile: path.join(folder, "postgres.log"),
    account,
    binaries: findBinaries(account, home),
  };
}

async function createMainDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    // Starters arrive together: the lock makes "is it there, if not create it" one step.
    await client.query("select pg_advisory_lock(hashtext('ntm-create-database'))");
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [MAIN_DATABASE]);
    if (!rowCount) await client.query(`create database ${MAIN_DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * The database of this project. With DATABASE_URL set that server is used as it is; otherwise the
 * embedded PostgreSQL in `.data` is started if it does not answer. Safe to call from several processes
 * at once. Throws an Error whose message says what to do.
 */
export async function ensureDatabase(options: DatabaseOptions = {}): Promise<EnsuredDatabase> {
  const given = options.dataFolder ? undefined : process.env.DATABASE_URL;
  if (given) return { url: given, started: false };
  const cluster = describeCluster(options.dataFolder ?? dataFolder());
  const { connection, started } = await startServer(cluster);
  await createMainDatabase(formatUrl(connection, "postgres"));
  return { url: formatUrl(connection, MAIN_DATABASE), started };
}

async function countOtherClients(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rows[0]?.count ?? 0;
  } finally {
    await client.end();
  }
}

/**
 * Stops the embedded server. `onlyIfIdle` leaves it running while another process is connected.
 * Returns whether a server was stopped.
 */
export async function stopDatabase(
  options: DatabaseOptions & { onlyIfIdle?: boolean } = {},
): Promise<boolean> {
  const folder = options.dataFolder ?? dataFolder();
  const connection = await probe(path.join(findHome(folder), "postgres"));
  if (!connection) return false;
  if (options.onlyIfIdle && (await countOtherClients(formatUrl(connection, "postgres"))) > 0) return false;
  return stopServer(describeCluster(folder));
}

/** The embedded server's address if it answers, else null. Starts nothing. */
export async function findRunningDatabase(options: DatabaseOptions = {}): Promise<string | null> {
  const folder = options.dataFolder ?? dataFolder();
  const connection = await probe(path.join(findHome(folder), "postgres"));
  return connection ? formatUrl(connection, MAIN_DATABASE) : null;
}
