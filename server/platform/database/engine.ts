import type pg from 'pg'

/** A database that is open, seen from below: connections of the `pg` driver, whichever engine answers them. */
export type Engine = {
  kind: 'embedded' | 'postgres'
  pool: pg.Pool
  close(): Promise<void>
}
