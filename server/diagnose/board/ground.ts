import { Refusal } from '@milepost/contract/refusals'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { voicesOf } from '../interviews/voices.ts'
import { listFindings } from '../results/data.ts'
import { recordedEvidence } from '../results/recordedEvidence.ts'
import { toldOf } from '../results/toldOf.ts'

export type Asked = { readonly institutionId: string; readonly waveId: string; readonly library: Library; readonly today: string }

/** Everything a wave has to say that may be shown, gathered once: evidence is drawn from here and from nowhere else. */
export async function groundOf(tx: Tx, asked: Asked) {
  const { institutionId, waveId } = asked
  const told = await toldOf(tx, institutionId, waveId)
  const voices = await voicesOf(tx, asked)
  return {
    wave: told.wave,
    instrument: told.instrument,
    sheets: told.n,
    validity: told.validity,
    factors: told.factors,
    priorities: told.priorities,
    constructs: await told.constructs(),
    items: (await told.items(null)).filter((one) => one.kind === 'scale'),
    comparisons: await told.comparisons(),
    ties: await told.ties(),
    reliability: told.reliability,
    voices,
    // what was coded goes before what was written down
    entered: voices.interviewed === null ? enteredCounts(await listFindings(tx, institutionId, waveId)) : [],
  }
}
export type Ground = Awaited<ReturnType<typeof groundOf>>

type Finding = Awaited<ReturnType<typeof listFindings>>[number]

/** Interviews held outside, as somebody entered them with the findings. */
function enteredCounts(findings: readonly Finding[]) {
  return findings.flatMap((finding) => {
    const { interviews, interviewsBy } = recordedEvidence.parse(finding.evidence)
    const by = interviewsBy === undefined ? finding.recorded_by : interviewsBy
    return interviews && by !== null ? [{ code: finding.problem, ...interviews, by }] : []
  })
}

/** A problem or a cause of the questionnaire, or a refusal that names the field. */
export function refuseUnknownConstruct(
  ground: Pick<Ground, 'instrument'>,
  code: string,
  given: { pointer: string; kinds: readonly string[] },
): void {
  const found = ground.instrument.constructs.find((one) => one.code === code)
  if (found && given.kinds.includes(found.kind)) return
  throw new Refusal('input-invalid', { count: 1 }, [
    { pointer: given.pointer, zh: '问卷中没有这一问题或成因。', en: 'The questionnaire has no such problem or cause.' },
  ])
}
