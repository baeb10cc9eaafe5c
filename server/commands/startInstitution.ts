import { initialiseInstitution, issueFirstAdministratorLink } from '../institution/initialise.ts'
import type { Services } from '../platform/http/services.ts'
import { findInstitutionByCode } from './institutions.ts'
import { type OpeningOptions, withServices } from './openForCommand.ts'
import { CommandFault, say, type Terminal } from './speaking.ts'

export type InitOptions = OpeningOptions & {
  readonly code: string
  readonly nameZh?: string
  readonly nameEn?: string
  readonly newLink?: boolean
  readonly port?: number
}

export async function startInstitution(terminal: Terminal, options: InitOptions): Promise<void> {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(options.code))
    throw new CommandFault({
      zh: `单位编码“${options.code}”只能用字母、数字和“-”。`,
      en: `The code “${options.code}” may hold letters, digits and “-” only.`,
    })
  await withServices(options, async (services) => {
    const link = options.newLink ? await newLink(services, options.code) : await newInstitution(services, options)
    const { config } = services
    const address = `${config.address ?? `http://${config.host}:${options.port ?? config.port}`}/link/${link.firstAdministratorLink}`
    const until = link.linkExpiresAt.toISOString().slice(0, 16).replace('T', ' ')
    say(terminal, {
      zh: `首位管理员链接（仅显示一次，${until} UTC 前有效）：`,
      en: `Link for the first administrator (shown once, valid until ${until} UTC):`,
    })
    terminal.print(`  ${address}`)
    const start = [
      'milepost start',
      ...(options.folder === undefined ? [] : [`--folder ${options.folder}`]),
      ...(options.port === undefined ? [] : [`--port ${options.port}`]),
    ].join(' ')
    say(terminal, {
      zh: `启动服务（${start}）后在浏览器打开。`,
      en: `Open it in a browser once the program is started (${start}).`,
    })
  })
}

async function newInstitution({ database, library, now }: Services, { code, nameZh, nameEn }: InitOptions) {
  if (!nameZh)
    throw new CommandFault({ zh: '请用 --name-zh 给出单位中文名称。', en: 'Give the Chinese name of the institution with --name-zh.' })
  return initialiseInstitution(database, library, { code, name: { zh: nameZh, en: nameEn ?? nameZh }, demo: false, now: now() })
}

async function newLink(services: Services, code: string) {
  const institutionId = await findInstitutionByCode(services, code)
  return services.database.asOwner((tx) => issueFirstAdministratorLink(tx, institutionId, services.now()))
}
