import { z } from 'zod'
import { areUnique, basisPoints, bilingual, code, day, decimal, heading, sumsTo } from './fields.ts'

const grade = z.enum(['excellent', 'qualified', 'basic', 'unqualified'])
const gradeOrNone = z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'ungraded'])

/** Article of the pack's source, such as "15" or "28-31"; shown as 第15条 / Art. 15. null: the rule is not in the source. */
const article = z
  .string()
  .regex(/^\d+(-\d+)?$/)
  .nullable()

/** Every class has a rating sheet of its own; leaders are appraised under other rules. */
const postClass = z.enum(['management', 'professional', 'skilled-worker'])

/** Absent `postClasses`: an item of every class. */
const item = z.strictObject({
  code,
  text: bilingual,
  postClasses: z.array(postClass).min(1).refine(areUnique, 'a class is named once').optional(),
})

const CLASS_NAMES = {
  management: { zh: '管理岗位', en: 'management posts' },
  professional: { zh: '专业技术岗位', en: 'professional posts' },
  'skilled-worker': { zh: '工勤技能岗位', en: 'skilled-worker posts' },
} as const

const head = z.strictObject({
  code: z.enum(['virtue', 'ability', 'diligence', 'results', 'integrity']),
  name: bilingual,
  looksAt: bilingual,
  weightBp: basisPoints,
  /** results come from the scorecard; the other heads from ratings. */
  scoredFrom: z.enum(['scorecard', 'ratings']),
  /** A serious finding under this head caps the grade. */
  veto: z.boolean(),
  items: z.array(item).min(2),
})

/** First match from the top decides. */
const eligibility = z.strictObject({
  code,
  priority: z.int().min(1),
  when: bilingual,
  takesPart: z.boolean(),
  /** A written remark is made. */
  remark: z.boolean(),
  /** graded; no-grade; unqualified directly; held until a case is closed; capped by a sanction; dual: two posts, two appraisals. */
  grading: z.enum(['graded', 'no-grade', 'unqualified', 'held', 'capped', 'dual']),
  gradedBy: z.enum(['this-unit', 'unit-with-most-time', 'home-unit']),
  article,
  verified: z.boolean(),
})

const effect = z.strictObject({
  grade: gradeOrNone,
  payStep: z.boolean(),
  /** full: by the rules; favoured: preferred among equals; cut: reduced accordingly. */
  performancePay: z.enum(['full', 'favoured', 'cut']),
  yearCounts: z.boolean(),
  /** No promotion in the next appraisal year. */
  promotionBarred: z.boolean(),
  consequences: z.array(bilingual),
  secondYearRunning: bilingual.nullable(),
  article,
  verified: z.boolean(),
})

const clock = z.strictObject({
  code: z.enum(['review', 'appeal', 're-appeal']),
  name: bilingual,
  handledBy: bilingual,
  /** Calendar days. null: the source gives none that could be checked. */
  fileWithinDays: z.int().nullable(),
  acceptWithinDays: z.int().nullable(),
  decideWithinDays: z.int().nullable(),
  extendByDays: z.int().nullable(),
  verified: z.boolean(),
})

const rule = z.strictObject({
  id: code,
  article,
  severity: z.enum(['blocking', 'advisory']),
  stage: z.enum(['design', 'run', 'appraise', 'reward', 'open']),
  text: bilingual,
  verified: z.boolean(),
})

const named = z.strictObject({ code, text: bilingual })

export const appraisalRules = z
  .strictObject({
    ...heading,
    issued: day,
    /** The appraisal years that begin within these days are appraised by this pack; null: still in force. */
    inForceFrom: day,
    inForceUntil: day.nullable(),
    grades: z.array(z.strictObject({ code: grade, criterion: bilingual })).length(4),
    heads: z.array(head).length(5),
    raterGroups: z.array(
      z.strictObject({
        code: z.enum(['superior', 'peers', 'subordinates', 'service-users']),
        weightBp: basisPoints,
        leastRaters: z.int(),
        /** Too few ratings here: no score, rather than the weight given to others. */
        mandatory: z.boolean(),
      }),
    ),
    /** Groups pooled into one as soon as one of them is short. */
    pooling: z.strictObject({ into: code, from: z.array(code).min(2), leastRaters: z.int().min(1) }),
    trimming: z.strictObject({
      dropOneFrom: z.int(),
      trimShareFrom: z.int(),
      trimShareBp: basisPoints,
      note: bilingual,
      verified: z.boolean(),
    }),
    /** Democratic evaluation by ballot. */
    vote: z.strictObject({ leastVotes: z.int(), leaveOutOwnSectionFrom: z.int(), note: bilingual, verified: z.boolean() }),
    ratingScale: z.strictObject({ least: decimal, most: decimal, points: z.array(z.strictObject({ grade, score: decimal })) }),
    quota: z.strictObject({
      article,
      verified: z.boolean(),
      normalBp: basisPoints,
      raisedBp: basisPoints,
      loweredBp: basisPoints,
      /** Who is counted: all who should take part, with those left without a grade. */
      base: z.enum(['should-take-part', 'graded-only']),
      /** Never above the cap. */
      rounding: z.literal('floor'),
      raisedNeedsApproval: z.boolean(),
      raisedWhen: z.array(named),
      loweredWhen: z.array(named),
      tilt: z.array(named.extend({ tiltBp: z.int().min(10_000).max(20_000) })),
      /** The least score of a candidate for an excellent grade. */
      threshold: decimal,
      /** What is looked at when scores are equal, in this order. */
      order: z.array(z.enum(['results-score', 'objective-score', 'satisfaction', 'award-or-hardship', 'frontline'])),
      unitCeilingBp: basisPoints,
      defaults: bilingual,
    }),
    committee: z.strictObject({
      required: z.array(z.enum(['chair', 'leader', 'hr', 'discipline', 'staff-representative'])).min(1),
      quorum: z.strictObject({ atLeast: z.int().min(1), of: z.int().min(1) }),
      note: bilingual,
      article,
      verified: z.boolean(),
      quorumVerified: z.boolean(),
    }),
    /** Stretches of a year with a move in it. */
    segments: z.strictObject({ minimumDays: z.int().min(0), closeWithinDays: z.int().min(1), note: bilingual, verified: z.boolean() }),
    /** Grade of somebody appraised in two posts: the worse of the two, or the mean of the scores by weight. */
    concurrentPosts: z.enum(['worse', 'by-weight']),
    /** From where a rater's habits are pointed out; advice, never a correction. */
    raterSignals: z.strictObject({
      leastRatees: z.int().min(2),
      leniency: decimal,
      rangeRestriction: decimal,
      halo: decimal,
      ownGroupLift: decimal,
      widestShift: decimal,
      leastObjectiveShareBp: basisPoints,
      note: bilingual,
      verified: z.boolean(),
    }),
    /** Calendar days after service within which head and person talk the result over. */
    interview: z.strictObject({ withinDays: z.int().min(1), note: bilingual, verified: z.boolean() }),
    notice: z.strictObject({ workingDays: z.int().min(1), scope: bilingual, article, verified: z.boolean() }),
    /** Half a year in days, where the rules say 半年. */
    /** The ten links of an appraisal, their weight in its completeness, and from where records look made up afterwards. */
    links: z.strictObject({
      weightsBp: z.strictObject({
        'plan-agreed': basisPoints,
        'measures-linked': basisPoints,
        'check-ins-held': basisPoints,
        'evidence-given': basisPoints,
        'self-report': basisPoints,
        'raters-enough': basisPoints,
        'second-level': basisPoints,
        interview: basisPoints,
        signature: basisPoints,
        'result-used': basisPoints,
      }),
      batch: z.int().min(2),
      daysLater: z.int().min(1),
      note: bilingual,
      verified: z.boolean(),
    }),
    /** What has to be made known in a cycle, to whom, and its weight in the openness rate. */
    openness: z.strictObject({
      items: z
        .array(
          z.strictObject({
            code: z.enum([
              'hearing',
              'scorecard',
              'own-plan',
              'notice',
              'objections',
              'own-result',
              'interview',
              'pay-rules',
              'public-page',
            ]),
            audience: z.enum(['self', 'unit', 'authority', 'public']),
            weightBp: basisPoints,
          }),
        )
        .min(1),
      note: bilingual,
      verified: z.boolean(),
    }),
    halfYearDays: z.int(),
    eligibility: z.array(eligibility).min(1),
    /** What a sanction does to the grade. ceiling: the best grade still possible; ungraded: remark only. */
    ceilings: z.array(
      z.strictObject({
        code: z.enum([
          'warning',
          'demerit',
          'major-demerit',
          'lowered-post',
          'removal',
          'expulsion',
          'admonition',
          'organisational-handling',
          'party-discipline',
        ]),
        name: bilingual,
        ceiling: z.enum(['qualified', 'basic', 'unqualified', 'ungraded']),
        periodMonths: z.int().nullable(),
        /** The appraisal years it touches. */
        reaches: z.enum(['year-of-decision', 'year-of-decision-and-next', 'while-in-force']),
        note: bilingual,
        verified: z.boolean(),
      }),
    ),
    /** Ceilings from light to heavy: of several the heaviest counts. */
    ceilingOrder: z.array(z.enum(['qualified', 'basic', 'ungraded', 'unqualified'])).length(4),
    effects: z.array(effect).length(5),
    remedies: z.strictObject({
      /** Only these grades open the formal way. */
      openTo: z.array(grade),
      article,
      suspendsExecution: z.boolean(),
      mayEndWorse: z.boolean(),
      clocks: z.array(clock).length(3),
      /** Alerts so many days before a due day. */
      alertDays: z.array(z.int().min(0)),
      /** A period that ends on a day off ends then, or on the next working day. */
      whenLastDayIsOff: z.enum(['stays', 'next-working-day']),
    }),
    rules: z.array(rule).min(1),
  })
  .check(({ value, issues }) => {
    const say = (message: string) => issues.push({ code: 'custom', message, input: value.id })
    if (
      !sumsTo(
        10_000,
        value.heads.map((h) => h.weightBp),
      )
    )
      say('weights of the five heads must sum to 10000')
    if (
      !sumsTo(
        10_000,
        value.raterGroups.map((g) => g.weightBp),
      )
    )
      say('weights of the rater groups must sum to 10000')
    if (!sumsTo(10_000, Object.values(value.links.weightsBp))) say('weights of the ten links must sum to 10000')
    if (
      !sumsTo(
        10_000,
        value.openness.items.map((one) => one.weightBp),
      )
    )
      say('weights of what is made known must sum to 10000')
    if (!areUnique(value.openness.items.map((one) => one.code))) say('what is made known must be unique')
    if (!areUnique(value.rules.map((r) => r.id))) say('rule ids must be unique')
    if (!areUnique(value.heads.flatMap((h) => h.items.map((i) => i.code)))) say('rating items must be unique')
    for (const { code: of, name, items } of value.heads.filter(({ scoredFrom }) => scoredFrom === 'ratings'))
      for (const one of postClass.options)
        if (!items.some(({ postClasses }) => postClasses?.includes(one) ?? true))
          issues.push({
            code: 'custom',
            input: items,
            path: ['heads', of, 'items'],
            message: `“${name.en}” has no rating item for ${CLASS_NAMES[one].en}`,
            params: { zh: `“${name.zh}”没有${CLASS_NAMES[one].zh}的评分项` },
          })
    if (value.eligibility.some((e, i) => e.priority !== i + 1)) say('eligibility rows stand in order of priority')
  })

export type RatedClass = z.infer<typeof postClass>
export type AppraisalRules = z.infer<typeof appraisalRules>

/** An older version of a pack, told by what differs in it: years before the current rules are appraised by their own numbers. */
export const earlierRules = z
  .strictObject({
    ...heading,
    basedOn: code,
    inForceFrom: day,
    inForceUntil: day,
    quota: z.strictObject({ normalBp: basisPoints, raisedBp: basisPoints, loweredBp: basisPoints, raisedNeedsApproval: z.boolean() }),
  })
  .refine((rules) => rules.inForceFrom <= rules.inForceUntil, 'a pack begins before it ends')

export type EarlierRules = z.infer<typeof earlierRules>
