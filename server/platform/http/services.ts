import type { Config } from '../config/config.ts'
import type { Database } from '../database/database.ts'
import type { Library } from '../library.ts'

/** What the platform gives to every use case. Time comes in, so that a year can be played and tested. */
export type Services = {
  readonly database: Database
  readonly library: Library
  readonly config: Config
  readonly now: () => Date
}
