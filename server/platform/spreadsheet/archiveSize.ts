import { Refusal } from '@milepost/contract/refusals'
import { unzipSync } from 'fflate'
import type { FileIn } from './table.ts'

/** A 20 MB workbook may not unfold into more than this. */
const MOST_UNFOLDED_MB = 300

/** Looks at the sizes in the archive's directory without unpacking, and refuses what would fill the memory. */
export function refuseOversizedArchive(file: FileIn): void {
  let unfolded = 0
  try {
    unzipSync(file.bytes, {
      filter: (entry) => {
        unfolded += entry.originalSize
        return false
      },
    })
  } catch {
    throw new Refusal('file-damaged', { name: file.name })
  }
  if (unfolded > MOST_UNFOLDED_MB * 1_048_576) throw new Refusal('file-too-large', { limitMb: MOST_UNFOLDED_MB })
}
