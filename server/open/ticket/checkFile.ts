import { scoreOf } from '@milepost/appraisal/twoPosts'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { checkTicket, TicketFile } from '@milepost/contract/open/ticketChecks'
import { placeName, TICKET_PLACES } from '@milepost/contract/open/ticketPlaces'
import { plainYuan } from '@milepost/contract/reward/money'
import { paidInAll } from '@milepost/contract/reward/outcome'
import type { CardInput } from '@milepost/scorecard/card'
import { ENGINE_VERSION } from '@milepost/scorecard/engineVersion'
import { scoreCard } from '@milepost/scorecard/scoreCard'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'
import { cardDiffersAt, personDiffersAt, sealOf } from './replayTicket.ts'

type Check = OutputOf<typeof checkTicket>
type Part = Check['parts'][number]
type CardFile = Extract<TicketFile, { kind?: 'card' | undefined }>
type PersonFile = Extract<TicketFile, { kind: 'person' }>

const nameOf = (id: keyof typeof TICKET_PLACES): Bilingual => TICKET_PLACES[id] ?? { zh: id, en: id }
const PLAN: Bilingual = { zh: '计分卡得分', en: 'Score of the card' }
const NOTHING = '–'

/** Works a ticket file out again from what stands in it, part by part: the card, the score, the seat, the grade and every amount. Throws on inputs no program has written. */
export function checkFile(ticket: TicketFile): Check {
  return ticket.kind === 'person' ? personChecked(ticket) : cardChecked(ticket)
}

function cardChecked(ticket: CardFile): Check {
  const differsAt = [...cardDiffersAt(ticket), ...sealDiffers(ticket)]
  const official = ticket.result.final?.official ?? null
  return {
    same: differsAt.length === 0,
    parts: [{ name: PLAN, shown: official ?? NOTHING, same: differsAt.length === 0 }],
    differsAt: named(differsAt, ticket.input, new Map()),
    holder: ticket.input.name,
    official,
    again: scoreCard(ticket.input).final?.official ?? null,
    engine: { ofFile: ticket.result.engineVersion, now: ENGINE_VERSION },
  }
}

function personChecked(ticket: PersonFile): Check {
  const { appraisal, card, seat, pay, acts } = ticket
  const ofCard = card ? [...cardDiffersAt(card), ...sealDiffers(card)] : []
  const ofPerson = personDiffersAt(ticket)
  const differsAt = [...new Set([...ofCard, ...ofPerson, ...sealDiffers(ticket)])]
  const same = (...ids: string[]) => !ofPerson.some((id) => ids.includes(id))
  const { name } = appraisal
  const parts: Part[] = [
    ...(card ? [{ name: PLAN, shown: card.result.final?.official ?? NOTHING, same: ofCard.length === 0 }] : []),
    ...(ticket.score
      ? [{ name: nameOf('score'), shown: ticket.score.official, same: !ofPerson.some((id) => id === 'score' || id.startsWith('head:')) }]
      : []),
    ...(seat ? [{ name: nameOf('seat'), shown: seatShown(seat), same: same('seats', 'seats-of-pool', 'seat', 'proposed-grade') }] : []),
    ...(seat && appraisal.grade !== null ? [{ name: nameOf('grade'), shown: gradeShown(appraisal.grade, acts), same: same('grade') }] : []),
    ...pay.map((line) => ({
      name: line.pool,
      shown: plainYuan(paidInAll(line)),
      same: same(`pay:${line.poolId}`),
    })),
  ]
  return {
    same: differsAt.length === 0,
    parts,
    differsAt: named(differsAt, card?.input ?? null, new Map(pay.map((line) => [line.poolId, line.pool]))),
    holder: { zh: name, en: name },
    official: ticket.score?.official ?? null,
    again: scoreAgain(ticket.score),
    engine: { ofFile: card?.result.engineVersion ?? ENGINE_VERSION, now: ENGINE_VERSION },
  }
}

function scoreAgain(score: PersonFile['score']): string | null {
  const again = score && scoreOf(score.taken, score.second, score.daysOfMain)
  return again && again.kind !== 'undefined' ? again.official : null
}

const seatShown = ({ place, poolSeats }: NonNullable<PersonFile['seat']>) =>
  place === null ? '测算时不在名额内 / no seat when proposed' : `${place} / ${poolSeats}`

/** A grade that was changed after the decision says what was decided: the seat belongs to that. */
function gradeShown(grade: keyof typeof GRADES, acts: PersonFile['acts']): string {
  const { zh, en } = GRADES[grade]
  const changed = acts.find((one) => one.kind === 'changed')
  if (!changed?.from) return `${zh} ${en}`
  const first = GRADES[changed.from]
  return `${zh} ${en}（决定后更改，原为 ${first.zh} / changed after the decision, was ${first.en}）`
}

/** Inputs and result alone are no ticket; a file that says whose it is or which run must be as it was sealed. */
function sealDiffers(file: CardFile | PersonFile | NonNullable<PersonFile['card']>): string[] {
  const isWhole = 'holder' in file || 'run' in file || 'appraisal' in file || file.seal !== undefined
  return isWhole && sealOf(file) !== file.seal ? ['seal'] : []
}

function named(ids: readonly string[], input: CardInput | null, pools: ReadonlyMap<string, Bilingual>): Check['differsAt'] {
  const names = input ? namesOf(input) : new Map<string, Bilingual>()
  return ids.map((id) => ({ id, name: names.get(id) ?? placeName(id, pools) }))
}

const namesOf = (input: CardInput): ReadonlyMap<string, Bilingual> =>
  new Map([
    [input.cardId, input.name],
    ...input.perspectives.flatMap((perspective) => [
      [perspective.id, perspective.name] as const,
      ...perspective.objectives.flatMap((objective) => [
        [objective.id, objective.name] as const,
        ...objective.measures.map((measure) => [measure.id, measure.name] as const),
      ]),
    ]),
  ])
