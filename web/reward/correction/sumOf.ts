import type { CorrectionLine } from '@milepost/contract/reward/corrections'

type Line = Pick<CorrectionLine, 'standing' | 'paidFen' | 'dueFen'>

/** How many people a correction raises, lowers or leaves, and by how much less is due to those lowered. Colleagues who only moved along are not counted. */
export function sumOf(lines: readonly Line[]) {
  const of = (standing: Line['standing']) => lines.filter((line) => line.standing === standing)
  const [raised, lowered, unchanged] = [of('corrected-up'), of('corrected-down'), of('unchanged')]
  return {
    raised: raised.length,
    lowered: lowered.length,
    unchanged: unchanged.length,
    corrected: raised.length + lowered.length + unchanged.length,
    loweredFen: lowered.reduce((total, { paidFen, dueFen }) => total + paidFen - dueFen, 0),
  }
}
