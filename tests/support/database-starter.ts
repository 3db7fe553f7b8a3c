/** A process of its own that starts the embedded database in the folder it is given and says what it found. */
import { Client } from "pg";
import { ensureDatabase } from "@/prisma/scripts/database";

const { url, started } = await ensureDatabase({ dataFolder: process.argv[2] });
const client = new Client({ connectionString: url });
await client.connect();
const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
await client.end();
console.log(JSON.stringify({ url, started, answered: rows.length === 1 }));
