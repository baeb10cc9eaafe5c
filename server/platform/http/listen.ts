import type { FastifyInstance } from 'fastify'
import type { Config } from '../config/config.ts'

/** Listens and gives the address a person can open. */
export async function listen(app: FastifyInstance, config: Pick<Config, 'host' | 'port'>): Promise<string> {
  await app.listen({ host: config.host, port: config.port })
  const bound = app.server.address()
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.port
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
}
