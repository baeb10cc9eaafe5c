import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { faultsBetweenFiles } from '../../library/consistency.ts'
import { CALENDARS, FILES, type Library } from '../../library/schemas.ts'

export type { Library } from '../../library/schemas.ts'

/** Reads and checks every content file of the folder. Throws one error that names each file and place that is wrong. */
export async function openLibrary(folder: string): Promise<Library> {
  const faults: string[] = []

  async function read<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> {
    const content = await readJson(path.join(folder, file), faults, file)
    if (content === undefined) return undefined
    const parsed = schema.safeParse(content)
    if (parsed.success) return parsed.data
    faults.push(...parsed.error.issues.map((issue) => `${file} ${issue.path.join('.')}: ${issue.message}`))
    return undefined
  }

  const questionnaire = await read(FILES.questionnaire.path, FILES.questionnaire.schema)
  const interviewGuide = await read(FILES.interviewGuide.path, FILES.interviewGuide.schema)
  const measures = await read(FILES.measures.path, FILES.measures.schema)
  const strategy = await read(FILES.strategy.path, FILES.strategy.schema)
  const perspectiveTemplates = await read(FILES.perspectiveTemplates.path, FILES.perspectiveTemplates.schema)
  const methods = await read(FILES.methods.path, FILES.methods.schema)
  const appraisalRules = await read(FILES.appraisalRules.path, FILES.appraisalRules.schema)
  const earlierRules = await read(FILES.earlierRules.path, FILES.earlierRules.schema)
  const payRules = await read(FILES.payRules.path, FILES.payRules.schema)
  const budgetForm = await read(FILES.budgetForm.path, FILES.budgetForm.schema)
  const pavement = await read(FILES.pavement.path, FILES.pavement.schema)
  const federalRating = await read(FILES.federalRating.path, FILES.federalRating.schema)
  const remedies = await read(FILES.remedies.path, FILES.remedies.schema)
  const calendars = await readCalendars(folder, read, faults)

  if (!questionnaire || !interviewGuide || !measures || !strategy || !methods || !perspectiveTemplates) throw libraryFault(folder, faults)
  if (!appraisalRules || !earlierRules || !payRules || !budgetForm || !pavement || !federalRating || !remedies)
    throw libraryFault(folder, faults)
  const content = {
    questionnaire,
    interviewGuide,
    measures,
    strategy,
    perspectiveTemplates,
    methods,
    appraisalRules,
    earlierRules,
    payRules,
    budgetForm,
    pavement,
    federalRating,
    remedies,
  }
  faults.push(...faultsBetweenFiles(content))
  if (faults.length > 0) throw libraryFault(folder, faults)
  return { ...content, calendars }
}

let opened: Promise<Library> | undefined

/** The library that came with the program, read once. */
export function readLibrary(): Promise<Library> {
  opened ??= openLibrary(libraryFolder())
  return opened
}

/** Beside the sources (server/platform/..), or beside or above the bundled program. */
function libraryFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url))
  const candidates = ['../../library', '../library', 'library'].map((relative) => path.resolve(here, relative))
  const found = candidates.find((folder) => existsSync(path.join(folder, FILES.measures.path)))
  if (!found) throw new Error(`The content library was not found. Looked in: ${candidates.join(', ')}`)
  return found
}

type Read = <S extends z.ZodType>(file: string, schema: S) => Promise<z.output<S> | undefined>

async function readCalendars(folder: string, read: Read, faults: string[]): Promise<Library['calendars']> {
  const names = (await readdir(path.join(folder, CALENDARS.folder)).catch(() => [])).filter((name) => CALENDARS.file.test(name)).sort()
  const calendars = new Map<number, NonNullable<ReturnType<Library['calendars']['get']>>>()
  for (const name of names) {
    const file = `${CALENDARS.folder}/${name}`
    const calendar = await read(file, CALENDARS.schema)
    if (!calendar) continue
    if (name !== `cn-${calendar.year}.json`) faults.push(`${file}: holds the year ${calendar.year}`)
    calendars.set(calendar.year, calendar)
  }
  return calendars
}

async function readJson(file: string, faults: string[], name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    faults.push(`${name}: ${error instanceof SyntaxError ? `is not valid JSON (${error.message})` : 'cannot be read'}`)
    return undefined
  }
}

function libraryFault(folder: string, faults: readonly string[]): Error {
  return new Error(`Faults in the content library ${folder}:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
}
