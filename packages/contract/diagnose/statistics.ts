import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, empty, id } from '../fields.ts'

const maybe = z.number().nullable()
const interval = z.object({ low: z.number(), high: z.number() }).nullable()

/** As a thesis prints it and SPSS users expect: scale statistics, then each item with the scale without it. */
export const reliabilityTable = z.object({
  construct: z.string(),
  name: bilingual,
  k: z.number(),
  n: z.number(),
  incomplete: z.number(),
  because: z.string().nullable(),
  alpha: maybe,
  standardisedAlpha: maybe,
  interval,
  averageR: maybe,
  items: z.array(
    z.object({
      code: z.string(),
      text: bilingual,
      reverse: z.boolean(),
      mean: z.number(),
      sd: z.number(),
      itemRest: maybe,
      ifDropped: maybe,
    }),
  ),
})

export const validityTable = z.object({
  n: z.number(),
  items: z.number(),
  because: z.string().nullable(),
  subjects: z.array(z.string()),
  kmo: maybe,
  chi2: maybe,
  df: maybe,
  p: maybe,
  weakest: z.array(z.object({ code: z.string(), msa: z.number() })),
})

/** One construct compared between levels: the test that fits, its effect, and p corrected for looking at all constructs. */
export const levelComparison = z.object({
  construct: z.string(),
  name: bilingual,
  test: z.enum(['welch-t', 'welch-anova', 'none']),
  because: z.string().nullable(),
  statistic: maybe,
  df1: maybe,
  df2: maybe,
  p: maybe,
  /** Holm, over all constructs compared. */
  adjustedP: maybe,
  effect: z
    .object({ kind: z.enum(['hedges-g', 'omega-squared']), value: z.number(), size: z.enum(['none', 'small', 'medium', 'large']) })
    .nullable(),
  groups: z.array(z.object({ stratum: z.string(), name: bilingual, n: z.number(), mean: z.number() })),
  /** Three levels or more: every pair by Games and Howell. */
  pairs: z.array(z.object({ a: z.string(), b: z.string(), difference: z.number(), p: maybe })),
})

/** Which factors lie behind the items: principal components, turned by varimax, as a thesis prints them. */
export const factorTable = z.object({
  n: z.number(),
  because: z.string().nullable(),
  /** Kept, and what each rule would keep; null: too many answers to draw for chance. */
  components: z.number(),
  byKaiser: z.number(),
  byParallel: maybe,
  eigenvalues: z.array(z.object({ eigenvalue: z.number(), percent: z.number(), cumulative: z.number(), chance: maybe })),
  rotatedPercent: z.array(z.number()),
  items: z.array(z.object({ code: z.string(), construct: z.string(), loadings: z.array(z.number()), communality: z.number() })),
})

export const weightTable = z.object({
  strata: z.array(z.object({ stratum: z.string(), name: bilingual, population: z.number(), answered: z.number(), weight: maybe })),
  means: z.array(z.object({ construct: z.string(), name: bilingual, plain: z.number(), weighted: z.number(), se: maybe })),
})

export const releasedCell = z.object({
  /** null: everybody. */
  stratum: bilingual.nullable(),
  n: maybe,
  standing: z.enum(['shown', 'empty', 'too-few', 'complementary']),
  release: z.number(),
})

export const priority = z.object({
  construct: z.string(),
  name: bilingual,
  importance: z.number(),
  performance: z.number(),
  quadrant: z.enum(['concentrate-here', 'keep-up', 'low-priority', 'possible-overkill']),
})

export const qualityNote = z.object({
  flag: z.enum(['straight-line', 'long-run', 'low-variability', 'fast', 'too-fast', 'duplicate', 'mostly-missing', 'attention']),
  /** null: fewer than five sheets, not told. */
  sheets: maybe,
})

export const readStatistics = endpoint({
  name: 'diagnose.readStatistics',
  method: 'GET',
  path: '/api/waves/:waveId/statistics',
  permission: 'diagnosis.read',
  summary: { zh: '信度、效度、层级差异、重要性与答卷质量', en: 'Reliability, validity, differences, priorities and quality of answers' },
  input: z.object({ waveId: id }),
  output: z.object({
    answers: z.number(),
    /** Items about the person: an export with them is refused where somebody stands out. */
    personalItems: z.number(),
    reliability: z.array(reliabilityTable),
    validity: validityTable,
    /** null: the number of people is not known for every level, or a level is not told. */
    weights: weightTable.nullable(),
    /** Anonymous waves: what the release engine lets out, and that some answers wait for others. */
    released: z.object({ cells: z.array(releasedCell), waiting: z.boolean() }),
    comparisons: z.array(levelComparison),
    priorities: z.object({
      lines: z.object({ importance: z.number(), performance: z.number() }).nullable(),
      points: z.array(priority),
      outcome: bilingual.nullable(),
    }),
    quality: z.object({
      notes: z.array(qualityNote),
      flagged: maybe,
      /** Sheets that gave one and the same answer to everything, of those with so many answers; to be looked at, not flagged. */
      alike: z.object({ sheets: maybe, of: maybe, answers: z.number() }),
      /** Means of the constructs over all sheets and over those without a flag. */
      means: z.array(z.object({ construct: z.string(), name: bilingual, all: maybe, without: maybe })),
    }),
  }),
  audit: null,
})

/** One place of a table by two divisions: how many people, and the mean of what was asked for; null where it is kept back. */
export const crossCell = z.object({
  n: maybe,
  mean: maybe,
  standing: z.enum(['shown', 'empty', 'too-few', 'complementary', 'inside-hidden']),
})
const named = z.object({ code: z.string(), name: bilingual })

export const readCross = endpoint({
  name: 'diagnose.readCross',
  method: 'GET',
  path: '/api/waves/:waveId/cross',
  permission: 'diagnosis.read',
  summary: { zh: '交叉表：两个划分，只含可发布的格', en: 'A table by two divisions, released cells only' },
  input: z.object({
    waveId: id,
    /** What divides the rows and the columns: '*' the levels, or a choice item; left out: the first two there are. */
    rows: z.string().max(40).optional(),
    columns: z.string().max(40).optional(),
    /** A construct whose mean is asked for; left out: people alone. */
    of: z.string().max(40).optional(),
  }),
  output: z.object({
    divisions: z.array(named),
    figures: z.array(named),
    rows: z.string(),
    columns: z.string(),
    /** Why there is no table: the wave is still open (two looks could be subtracted), fewer than two divisions, or too few people. */
    because: z.enum(['open', 'one-division', 'too-few', 'too-many-cells']).nullable(),
    table: z
      .object({
        rows: z.array(named.extend({ total: crossCell, cells: z.array(crossCell) })),
        columns: z.array(named.extend({ total: crossCell })),
        total: crossCell,
      })
      .nullable(),
  }),
  audit: null,
})

export const readDifferences = endpoint({
  name: 'diagnose.readDifferences',
  method: 'GET',
  path: '/api/waves/:waveId/differences',
  permission: 'diagnosis.read',
  summary: {
    zh: '构念在各组之间的差异：按层级、部门、岗位等划分',
    en: 'Constructs compared between groups: by level, unit, post and the like',
  },
  input: z.object({
    waveId: id,
    /** What divides people: '*' the levels, or a choice item; left out: the first there is. */
    by: z.string().max(40).optional(),
  }),
  output: z.object({
    divisions: z.array(named),
    by: z.string(),
    /** Why there is nothing: the wave is still open (two looks could be subtracted). */
    because: z.enum(['open']).nullable(),
    comparisons: z.array(levelComparison),
  }),
  audit: null,
})

/** Apart from the rest: drawing for chance takes a second. */
export const readFactors = endpoint({
  name: 'diagnose.readFactors',
  method: 'GET',
  path: '/api/waves/:waveId/factors',
  permission: 'diagnosis.read',
  summary: { zh: '因子分析：特征根、平行分析、旋转后载荷', en: 'Factors: eigenvalues, parallel analysis, rotated loadings' },
  input: z.object({ waveId: id }),
  output: factorTable,
  audit: null,
})

export const compareWaves = endpoint({
  name: 'diagnose.compareWaves',
  method: 'GET',
  path: '/api/waves/:waveId/change',
  permission: 'diagnosis.read',
  summary: { zh: '与另一轮次比较', en: 'Compare with another wave' },
  input: z.object({ waveId: id, before: id }),
  output: z.object({
    before: bilingual,
    after: bilingual,
    /** Constructs all of whose items are the same in both. */
    constructs: z.array(
      z.object({
        construct: z.string(),
        name: bilingual,
        nBefore: z.number(),
        nAfter: z.number(),
        before: z.number(),
        after: z.number(),
        difference: z.number(),
        interval,
        p: maybe,
        adjustedP: maybe,
        g: maybe,
        verdict: z.enum(['higher', 'lower', 'within-noise']),
      }),
    ),
    /** Constructs left out because an item was changed, and which. */
    leftOut: z.array(z.object({ construct: z.string(), name: bilingual, items: z.array(z.string()) })),
  }),
  audit: null,
})

export const exportAnswers = endpoint({
  name: 'diagnose.exportAnswers',
  kind: 'download',
  method: 'GET',
  path: '/api/waves/:waveId/export',
  permission: 'answers.export',
  summary: { zh: '导出答卷（CSV、xlsx、SPSS）', en: 'Export answers (CSV, xlsx, SPSS)' },
  input: z.object({
    waveId: id,
    format: z.enum(['csv', 'xlsx', 'sav']),
    language: z.enum(['zh', 'en']),
    personal: z.enum(['with', 'without']).optional(),
  }),
  output: empty,
  audit: 'answers-exported',
})

export const exportCodebook = endpoint({
  name: 'diagnose.exportCodebook',
  kind: 'download',
  method: 'GET',
  path: '/api/waves/:waveId/codebook',
  permission: 'diagnosis.read',
  summary: { zh: '导出编码簿', en: 'Export the codebook' },
  input: z.object({ waveId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})
