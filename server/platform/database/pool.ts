import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { valueTypes } from './valueTypes.ts'

/** A pool of the driver with this product's value types, in which the breaking of a connection reaches its query and never ends the process. */
export function newPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types: valueTypes })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** The pool as the query builder takes it: a connection that breaks gives its place back at once, even if the work that holds it never ends. */
export function lending(pool: pg.Pool): PostgresPool {
  return {
    end: () => pool.end(),
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect()
      const giveBack = client.release.bind(client)
      const broke = (error: Error) => client.release(error)
      let lent = true
      client.release = (error) => {
        if (!lent) return
        lent = false
        client.off('error', broke)
        giveBack(error)
      }
      client.on('error', broke)
      return client
    },
  }
}
