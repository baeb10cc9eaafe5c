import type pg from 'pg'

/** Between two looks; a server's autovacuum looks once a minute. */
const EVERY_MS = 30_000
const FIRST_MS = 3_000

/**
 * What autovacuum does on a server. The embedded engine has no process that would: without statistics the planner takes every table for empty and
 * compares each row with each, and what was written over is never cleared away. A table is seen to when it has no statistics yet or has grown
 * by a fifth since. Every look and every table waits its turn like any other query.
 */
export class Upkeep {
  readonly #pool: pg.Pool
  readonly #written: () => number
  #seen = -1
  #timer: NodeJS.Timeout | undefined
  #running: Promise<unknown> = Promise.resolve()

  /** `written` counts up with everything that is written: nothing written, nothing to see to. */
  constructor(pool: pg.Pool, written: () => number) {
    this.#pool = pool
    this.#written = written
  }

  start(): void {
    this.#wait(FIRST_MS)
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
    clearTimeout(this.#timer)
  }

  /** Sees to all tables that need it, and gives their names. */
  async tidy(): Promise<string[]> {
    const written = this.#written()
    if (written === this.#seen) return []
    const { rows } = await this.#pool.query<{ name: string }>(STALE)
    for (const { name } of rows) await this.#pool.query(`vacuum (analyze) ${name}`)
    this.#seen = rows.length === 0 ? written : this.#written()
    return rows.map(({ name }) => name)
  }

  #wait(ms: number): void {
    this.#timer = setTimeout(() => {
      // a look that fails (the engine broke off, a table is gone) is made good by the next
      this.#running = this.tidy()
        .catch(() => [])
        .then(() => this.#wait(EVERY_MS))
    }, ms)
    this.#timer.unref()
  }
}

const STALE = `
  select relation.oid::regclass::text as name
  from pg_class relation join pg_namespace space on space.oid = relation.relnamespace
  where relation.relkind = 'r' and space.nspname !~ '^pg_' and space.nspname <> 'information_schema'
    and pg_relation_size(relation.oid) / current_setting('block_size')::int > relation.relpages * 1.2
  order by relation.relname`
