import type { Citation } from '@milepost/appraisal/citation'
import type { ParticipationRow, ParticipationRules } from '@milepost/appraisal/participationFacts'
import type { AppraisalRulePack } from '@milepost/appraisal/rulePack'
import type { AppraisalRules } from './schemas/appraisalRules.ts'
import type { Library } from './schemas.ts'

/** Which row of the file answers which row of the engine's participation table. */
const ROWS: Readonly<Record<Exclude<ParticipationRow, 'other-track'>, string>> = {
  refuses: 'refuses',
  'under-investigation': 'under-investigation',
  sanctioned: 'sanctioned',
  'first-job-short': 'first-job-under-half-year',
  'short-service': 'new-under-half-year',
  'joined-this-year': 'new-from-half-year',
  'long-leave': 'long-leave',
  'maternity-leave': 'maternity',
  seconded: 'seconded',
  sent: 'sent-out',
  'two-posts': 'two-posts',
  ordinary: 'ordinary',
}

type Content = Pick<Library, 'appraisalRules' | 'earlierRules' | 'ownRules'>

/**
 * The rules for an appraisal year that begins on `day`: the current file, or for a year before it the same file with the
 * numbers of the older version in place of its own; the newest own pack of the institution that was in force before either. The id and the version say which one was taken.
 */
export function rulesInForce({ appraisalRules, earlierRules, ownRules = [] }: Content, day: string): AppraisalRules {
  const own = ownRules.findLast((rules) => rules.inForceFrom <= day)
  if (own) return own
  const isEarlier = day >= earlierRules.inForceFrom && day <= earlierRules.inForceUntil
  if (!isEarlier || earlierRules.basedOn !== appraisalRules.id) return appraisalRules
  const { id, version, title, source, inForceFrom, inForceUntil, quota } = earlierRules
  return {
    ...appraisalRules,
    id,
    version,
    title,
    source,
    verified: false,
    inForceFrom,
    inForceUntil,
    quota: { ...appraisalRules.quota, ...quota, article: null, verified: false },
  }
}

/** The file in the shapes the appraisal engine takes. Every number and citation comes from the file. */
export function rulePackOf(rules: AppraisalRules): AppraisalRulePack {
  const cite = (article: string | null, verified: boolean): Citation => ({ instrument: rules.title.zh, article: article ?? '', verified })
  const { quota, pooling, trimming, vote, committee, remedies, notice, segments } = rules
  return {
    version: `${rules.id} ${rules.version}`,
    participation: { halfYearDays: rules.halfYearDays, citations: rowCitations(rules, cite) },
    seatRate: {
      normalBasisPoints: quota.normalBp,
      raisedBasisPoints: quota.raisedBp,
      loweredBasisPoints: quota.loweredBp,
      citation: cite(quota.article, quota.verified),
    },
    seatShares: { unitCeilingBasisPoints: quota.unitCeilingBp },
    proposal: { threshold: quota.threshold, order: quota.order },
    ceilings: {
      sanctions: rules.ceilings.map(({ code, ceiling, reaches, verified }) => ({
        sanction: code,
        ceiling,
        reaches,
        citation: cite('43', verified),
      })),
      lightToHeavy: rules.ceilingOrder,
    },
    heads: { weights: headWeights(rules), citation: cite('5', false) },
    ratings: {
      groups: rules.raterGroups.map(({ code, weightBp, leastRaters, mandatory }) => ({
        group: code,
        weightBasisPoints: weightBp,
        minimum: leastRaters,
        mandatory,
      })),
      rollUp: { into: pooling.into, from: pooling.from, minimum: pooling.leastRaters },
      trim: { dropOneFrom: trimming.dropOneFrom, trimShareFrom: trimming.trimShareFrom, trimShareBasisPoints: trimming.trimShareBp },
    },
    vote: {
      worth: voteWorth(rules),
      minimum: vote.leastVotes,
      leaveOutOwnSectionFrom: vote.leaveOutOwnSectionFrom,
    },
    committee: { required: committee.required, quorum: committee.quorum },
    cases: {
      limits: remedyLimits(rules, cite),
      noticeWorkingDays: notice.workingDays,
      interviewDays: rules.interview.withinDays,
      alertDays: remedies.alertDays,
      whenLastDayIsOff: remedies.whenLastDayIsOff,
      noticeCitation: cite(notice.article, notice.verified),
    },
    segments: { minimumDays: segments.minimumDays, closeWithinDays: segments.closeWithinDays },
    concurrentPosts: rules.concurrentPosts,
    bias: biasRules(rules),
    effects: rules.effects.map(({ grade, article, verified, ...effect }) => ({
      ...effect,
      outcome: grade,
      citation: cite(article, verified),
    })),
    norms: rules.rules.map(({ article, verified, ...rule }) => ({ ...rule, citation: cite(article, verified) })),
    links: { weights: rules.links.weightsBp, fakes: { batch: rules.links.batch, daysLater: rules.links.daysLater } },
  }
}

type Cite = (article: string | null, verified: boolean) => Citation

function rowCitations({ eligibility }: AppraisalRules, cite: Cite): ParticipationRules['citations'] {
  const of = (row: Exclude<ParticipationRow, 'other-track'>) => {
    const found = eligibility.find(({ code }) => code === ROWS[row])
    return cite(found?.article ?? null, found?.verified ?? false)
  }
  return {
    'other-track': cite('2', true),
    refuses: of('refuses'),
    'under-investigation': of('under-investigation'),
    sanctioned: of('sanctioned'),
    'first-job-short': of('first-job-short'),
    'short-service': of('short-service'),
    'joined-this-year': of('joined-this-year'),
    'long-leave': of('long-leave'),
    'maternity-leave': of('maternity-leave'),
    seconded: of('seconded'),
    sent: of('sent'),
    'two-posts': of('two-posts'),
    ordinary: of('ordinary'),
  }
}

function headWeights({ heads }: AppraisalRules): AppraisalRulePack['heads']['weights'] {
  const of = (code: AppraisalRules['heads'][number]['code']) => heads.find((head) => head.code === code)?.weightBp ?? 0
  return {
    virtue: of('virtue'),
    ability: of('ability'),
    diligence: of('diligence'),
    results: of('results'),
    integrity: of('integrity'),
  }
}

function voteWorth({ ratingScale }: AppraisalRules): AppraisalRulePack['vote']['worth'] {
  const of = (grade: AppraisalRules['ratingScale']['points'][number]['grade']) =>
    ratingScale.points.find((point) => point.grade === grade)?.score ?? '0'
  return { excellent: of('excellent'), qualified: of('qualified'), basic: of('basic'), unqualified: of('unqualified') }
}

/** Signs are statistics of doubles, so their limits may be too; no score rests on them. */
function biasRules({ raterSignals, raterGroups }: AppraisalRules): AppraisalRulePack['bias'] {
  return {
    leastRatees: raterSignals.leastRatees,
    leniency: Number(raterSignals.leniency),
    range: Number(raterSignals.rangeRestriction),
    halo: Number(raterSignals.halo),
    ownUnitLift: Number(raterSignals.ownGroupLift),
    widestShift: Number(raterSignals.widestShift),
    leastRatersEach: raterGroups.find(({ code }) => code === 'peers')?.leastRaters ?? 3,
    leastObjectiveShareBp: raterSignals.leastObjectiveShareBp,
  }
}

function remedyLimits({ remedies }: AppraisalRules, cite: Cite): AppraisalRulePack['cases']['limits'] {
  const of = (kind: AppraisalRules['remedies']['clocks'][number]['code']) => {
    const clock = remedies.clocks.find(({ code }) => code === kind)
    return {
      fileDays: clock?.fileWithinDays ?? null,
      acceptDays: clock?.acceptWithinDays ?? null,
      decideDays: clock?.decideWithinDays ?? null,
      extendDays: clock?.extendByDays ?? null,
      citation: cite(remedies.article, clock?.verified ?? false),
    }
  }
  return { review: of('review'), appeal: of('appeal'), 're-appeal': of('re-appeal') }
}
