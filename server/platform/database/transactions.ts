import { AsyncLocalStorage } from 'node:async_hooks'
import { type DatabaseConnection, Kysely, PostgresDialect, type PostgresDialectConfig, PostgresDriver, sql } from 'kysely'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { lending } from './pool.ts'
import type { DB } from './schema.ts'
import type { Database, Tx } from './types.ts'

/** Two transactions stood in each other's way and the database chose this one to give up: run again, it usually passes. */
const standInEachOthersWay = new Set(['40001', '40P01'])

/**
 * The two ways into the database. Both set all they need for the length of one transaction only, so nothing can leak to the next user of the
 * connection. `deadlineMs` bounds a statement and an idling transaction on PostgreSQL. The embedded engine has a clock of its own and is always in UTC;
 * PostgreSQL's own time limits must not be set there, since they hang it.
 */
export function transactions(
  engine: Engine,
  deadlineMs: number,
  /** Hears the text of every statement. */
  onQuery?: (text: string) => void,
): Pick<Database, 'inInstitution' | 'asOwner'> {
  const db = new Kysely<DB>({
    dialect: new Dialect({ pool: lending(engine.pool) }),
    ...(onQuery ? { log: (event) => onQuery(event.query.sql) } : {}),
  })
  const here = new AsyncLocalStorage<{ open: boolean }>()

  async function transaction<T>(prepare: (tx: Tx) => Promise<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (here.getStore()?.open)
      throw new Error('A transaction is already open here: hand its tx on instead of opening a second one inside it')
    const attempt = () => {
      const scope = { open: true }
      return here.run(scope, async () => {
        try {
          return await db.transaction().execute(async (tx) => {
            await prepare(tx)
            return work(tx)
          })
        } finally {
          scope.open = false
        }
      })
    }
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof pg.DatabaseError && standInEachOthersWay.has(error.code ?? '')) return attempt()
      throw error
    }
  }

  return {
    inInstitution: (institutionId, work) => transaction((tx) => enterInstitution(engine, tx, institutionId, deadlineMs), work),
    asOwner: (work) => transaction(enterAsOwner, work),
  }
}

/** One statement, since it runs before every piece of work. */
function enterInstitution(engine: Engine, tx: Tx, institutionId: string, deadlineMs: number): Promise<unknown> {
  const entered = sql`set_config('role', 'milepost_app', true), set_config('app.institution', ${institutionId}, true)`
  if (engine.kind === 'embedded') return sql`select ${entered}`.execute(tx)
  const deadline = String(deadlineMs)
  return sql`select ${entered}, set_config('timezone', 'UTC', true),
    set_config('statement_timeout', ${deadline}, true), set_config('idle_in_transaction_session_timeout', ${deadline}, true)`.execute(tx)
}

/** The owner of the tables must say that it means to see every institution; forgetting it shows nothing. `set`, unlike `select`, takes no snapshot. */
function enterAsOwner(tx: Tx): Promise<unknown> {
  return sql`set local app.as_owner = 'yes'; set local timezone = 'UTC'`.execute(tx)
}

class Dialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new Driver(this.#config)
  }
}

class Driver extends PostgresDriver {
  /** A roll-back fails only if the connection is gone, and then the database rolls back by itself: the error that led here is the one to report. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection as Parameters<PostgresDriver['rollbackTransaction']>[0]).catch(() => {})
  }
}
