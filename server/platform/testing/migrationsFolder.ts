import { fileURLToPath } from 'node:url'

/** The migrations of this source tree. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
