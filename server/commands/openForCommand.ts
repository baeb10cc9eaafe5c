import path from 'node:path'
import { openServices } from '../openServices.ts'
import type { Config } from '../platform/config/config.ts'
import type { Services } from '../platform/http/services.ts'

export type OpeningOptions = { readonly folder?: string }

export const openForCommand = ({ folder, config = {} }: OpeningOptions & { readonly config?: Partial<Config> }): Promise<Services> =>
  openServices({ ...config, ...(folder === undefined ? {} : { folder: path.resolve(folder) }) })

/** Opens everything for one piece of work and closes it, come what may. */
export async function withServices<T>(options: OpeningOptions, work: (services: Services) => Promise<T>): Promise<T> {
  const services = await openForCommand(options)
  try {
    return await work(services)
  } finally {
    await services.database.close()
  }
}
