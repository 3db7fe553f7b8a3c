/** One measured figure. Goal and floor are in the same unit as the value. */
export interface BenchRow {
  name: string;
  value: number;
  unit: string;
  /** The figure to stay at or below (or at or above, with `atLeast`). */
  goal: number;
  atLeast?: boolean;
  /** What the same machine does at the very least in the same run: the bare SQL, the empty page. */
  floor?: number;
  /** What the time or space is spent on; required reading when the goal is missed. */
  note?: string;
}

/** What a bench module is given: the built application on a private copy of the demonstration's database. */
export interface BenchContext {
  baseUrl: string;
  databaseUrl: string;
  /** Process of the application's server, for its memory. */
  serverPid: number;
}

/** Default export of tests/bench/*.bench.ts. Modules run one after the other in the order of their names. */
export type Bench = (context: BenchContext) => Promise<BenchRow[]>;
