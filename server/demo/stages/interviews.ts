import {
  applyCode,
  drawDoubleCoding,
  finishCoding,
  planInterview,
  recordConsent,
  saveTranscript,
} from '@milepost/contract/diagnose/interviews'
import { CAST } from '../cast.ts'
import { INTERVIEWEES, SAID } from '../content/interviews.ts'
import type { Scene } from '../scene.ts'

type Passage = { readonly code: string; readonly start: number; readonly end: number }

/** Sixteen people are heard and what they said is coded; a fifth of it by two coders apart from each other. */
export async function interview(scene: Scene, waveId: string): Promise<void> {
  const uses = new Map<string, number>()
  const held = new Map<number, { interviewId: string; passages: readonly Passage[] }>()
  for (const { stratum, role, raised } of INTERVIEWEES) {
    const plan = { waveId, stratum, role, plannedOn: '2025-01-13', place: '', interviewer: '', arrangement: '' }
    const { interviewId, number } = await scene.act(CAST.office, planInterview, plan)
    await scene.act(CAST.office, recordConsent, { interviewId, given: true, heldOn: '2025-01-13' })
    const lines = raised.map((code) => {
      const use = uses.get(code) ?? 0
      uses.set(code, use + 1)
      return { code, words: SAID[code]?.[use % (SAID[code]?.length ?? 1)] ?? '' }
    })
    const { text, passages } = transcriptOf(lines)
    await scene.act(CAST.office, saveTranscript, { interviewId, revision: 0, language: 'zh', text, withoutPersonalData: true })
    held.set(number, { interviewId, passages })
  }
  const { drawn } = await scene.act(CAST.office, drawDoubleCoding, { waveId })
  for (const { interviewId, passages } of held.values()) await code(scene, CAST.office, { interviewId, passages })
  for (const [at, number] of drawn.entries()) {
    const one = held.get(number)
    // the second coder overlooks one passage of the first interview drawn
    if (one) await code(scene, CAST.secondOfficer, { ...one, passages: at === 0 ? one.passages.slice(1) : one.passages })
  }
}

/** Each answer after its question, with the places of the answers counted in characters. */
function transcriptOf(lines: readonly { code: string; words: string }[]): { text: string; passages: Passage[] } {
  const passages: Passage[] = []
  let text = '问：请谈谈您经历的绩效考核。\n'
  for (const { code, words } of lines) {
    const start = [...text].length + 2
    text += `答：${words}\n问：还有呢？\n`
    passages.push({ code, start, end: start + [...words].length })
  }
  return { text: `${text}答：别的没有了。`, passages }
}

async function code(scene: Scene, coder: string, { interviewId, passages }: { interviewId: string; passages: readonly Passage[] }) {
  for (const { code, start, end } of passages)
    await scene.act(coder, applyCode, { interviewId, code, start, end, strength: 2, quotable: coder === CAST.office })
  await scene.act(coder, finishCoding, { interviewId, finished: true })
}
