import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The browser's specs run in loop order, 0 to 7, whatever failed or was slow last time; all others as the runner thinks best. */
export class SpecOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const specs = files.filter((file) => file.project.name === 'browser').sort((a, b) => (a.moduleId < b.moduleId ? -1 : 1))
    const others = await super.sort(files.filter((file) => file.project.name !== 'browser'))
    return [...others, ...specs]
  }
}
