import path from 'node:path'
import { z } from 'zod'

/** Everything that is set from outside, read once, here. */
const environment = z.object({
  MILEPOST_FOLDER: z.string().default('data'),
  DATABASE_URL: z.string().optional(),
  MILEPOST_HOST: z.string().default('127.0.0.1'),
  MILEPOST_PORT: z.coerce.number().int().min(0).max(65_535).default(8017),
  MILEPOST_TIME_ZONE: z.string().refine(isTimeZone, 'not the name of a time zone').default('Asia/Shanghai'),
  MILEPOST_IDLE_MINUTES: z.coerce.number().int().min(1).max(600).default(30),
  MILEPOST_UPLOAD_MB: z.coerce.number().int().min(1).max(100).default(20),
  /** The public address, when a reverse proxy with TLS stands in front: cookies become Secure. */
  MILEPOST_ADDRESS: z.url().optional(),
})

export type Config = {
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly timeZone: string
  readonly idleMinutes: number
  readonly uploadMb: number
  readonly secureCookies: boolean
  readonly address: string | undefined
}

/** Throws one error that names every setting that is wrong. What is set to nothing is not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The settings of the environment are wrong. ${faults.join('; ')}`)
  }
  const values = parsed.data
  return {
    folder: path.resolve(values.MILEPOST_FOLDER),
    databaseUrl: values.DATABASE_URL,
    host: values.MILEPOST_HOST,
    port: values.MILEPOST_PORT,
    timeZone: values.MILEPOST_TIME_ZONE,
    idleMinutes: values.MILEPOST_IDLE_MINUTES,
    uploadMb: values.MILEPOST_UPLOAD_MB,
    secureCookies: values.MILEPOST_ADDRESS?.startsWith('https:') ?? false,
    address: values.MILEPOST_ADDRESS,
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
