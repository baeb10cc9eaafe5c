import { addEvidence, chooseRemedy, decideLink, judgeProblem } from '@milepost/contract/diagnose/board'
import { CAST } from '../cast.ts'
import { EVIDENCE, LINKS, REMEDIES } from '../content/board.ts'
import type { Scene } from '../scene.ts'

/** From evidence to remedy: the office fills the board, the director decides one problem by name. */
export async function board(scene: Scene, waveId: string): Promise<void> {
  for (const one of EVIDENCE) await scene.act(CAST.office, addEvidence, { waveId, ...one })
  for (const one of LINKS) await scene.act(CAST.office, decideLink, { waveId, ...one })
  for (const { answers, code, strength } of REMEDIES) {
    const remedy = scene.services.library.remedies.remedies.find((one) => one.code === code)
    if (!remedy) throw new RangeError(`the library has no remedy ${code}`)
    const { name, stage, sign } = remedy
    await scene.act(CAST.office, chooseRemedy, { waveId, answers, code, name, stage, strength, reason: '', sign })
  }
  const reason = '三种证据一致，列为今年首先解决的问题。'
  await scene.act(CAST.director, judgeProblem, { waveId, problem: 'P2', verdict: 'confirmed', reason })
}
