import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest where nothing is known of earlier runs. Left for the end, one of them alone keeps everybody waiting. */
const LONG = ['playDemoYear', 'databases', 'powerLoss', 'importPeople', 'killed', 'backup', 'server/realInput', 'wave300', 'notice']

/**
 * The browser's specs run in loop order, 0 to 7, whatever failed or was slow last time; all others as the runner thinks best, the long ones first.
 * Where the demonstration year is played beside the tests, the embedded test of it comes last.
 */
export class SpecOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const specs = files.filter((file) => file.project.name === 'browser').sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
    const others = await super.sort(files.filter((file) => file.project.name !== 'browser'))
    return [...others.sort((a, b) => place(a) - place(b)), ...specs]
  }
}

function place({ project, moduleId }: TestSpecification): number {
  const long = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  if (long === -1) return LONG.length
  return long === 0 && project.name === 'embedded' && process.env.MILEPOST_DEMO_STARTED !== undefined ? LONG.length + 1 : long
}
