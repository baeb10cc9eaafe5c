import { existsSync } from 'node:fs'
import path from 'node:path'
import { keepDays } from '../dayRun.ts'
import { cookieRoutes } from '../institution/session/cookieRoutes.ts'
import { findRoot } from '../platform/config/root.ts'
import { buildApp } from '../platform/http/app.ts'
import { listen } from '../platform/http/listen.ts'
import type { Services } from '../platform/http/services.ts'
import { ROUTES } from '../routes.ts'
import { makeDemo } from './makeDemo.ts'
import { type OpeningOptions, openForCommand } from './openForCommand.ts'
import { say, type Terminal } from './speaking.ts'

/** The public page may be so old, in milliseconds, when somebody else's process has published meanwhile. */
const KEEP_PUBLIC_MS = 1000

export type StartOptions = OpeningOptions & { readonly demo?: boolean; readonly port?: number }

/** Opens everything, makes the demo bureau the first time if asked, listens, and says where. */
export async function startServing(terminal: Terminal, options: StartOptions): Promise<void> {
  const services = await openForCommand({ ...options, ...(options.port === undefined ? {} : { config: { port: options.port } }) })
  if (options.demo) await makeDemo(terminal, services)
  await warnIfEmpty(terminal, services)
  const webFolder = path.join(findRoot(), 'dist/web')
  const app = await buildApp({
    keepPublicMs: KEEP_PUBLIC_MS,
    services,
    routes: ROUTES,
    extra: cookieRoutes(services),
    ...(existsSync(webFolder) ? { webFolder } : {}),
  })
  const address = await listen(app, services.config)
  const stopDays = keepDays(services, (fault) => app.log.error(fault))
  terminal.print(`\n  Milepost  ${address}\n`)
  if (options.demo) {
    say(terminal, {
      zh: '  演示：打开地址后，在登录页点击任一人员即可进入（仅限本机）。',
      en: '  Demo: open the address and click any person on the sign-in page (this machine only).',
    })
    say(terminal, { zh: `  公开页：${address}/public\n`, en: `  Public page: ${address}/public\n` })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void stopDays()
        .then(() => app.close())
        .then(() => services.database.close())
        .then(() => process.exit(0))
    })
  }
}

async function warnIfEmpty(terminal: Terminal, { database }: Services): Promise<void> {
  const any = await database.asOwner((tx) => tx.selectFrom('institution').select('institution_id').limit(1).executeTakeFirst())
  if (any) return
  say(terminal, {
    zh: '还没有任何单位。请先运行 milepost init 建立单位并取得首位管理员链接。',
    en: 'There is no institution yet. Run `milepost init` first; it prints the link for the first administrator.',
  })
}
