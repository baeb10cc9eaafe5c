import type { ImportReport } from '@milepost/contract/importing'

/** How many rows saving would change or has changed. */
export function rowsToSave({ counts }: Pick<ImportReport, 'counts'>): number {
  return counts.new + counts.changed
}
