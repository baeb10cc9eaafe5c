import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { writeLikertSheet } from '../../bench/likertSheet.ts'
import { analyseAnswers } from '../../server/commands/answerAnalysis.ts'
import { CsvRows } from '../../server/commands/csvRows.ts'
import { scaleOf, textsParam, whole } from './read.ts'
import type { Offers } from './runVectors.ts'

/** The large survey, made anew and read as `milepost analyse` reads it. */
export const WORKLOAD_OFFERS: Offers = {
  'survey.workload': (vector) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'milepost-workload-'))
    try {
      const file = path.join(folder, 'answers.csv')
      writeLikertSheet(file, whole(vector, 'N'), whole(vector, 'seed'))
      const made = createHash('sha256').update(readFileSync(file)).digest('hex')
      const wanted = z.string().optional().parse(vector.input.sha256)
      if (wanted !== undefined && wanted !== made) throw new Error('the sheet made is not the sheet the vector was computed on')
      const source = new CsvRows(file)
      const items = source.heading.filter((name) => /^q\d+$/.test(name))
      const scale = scaleOf(vector)
      const crosstabs = [['level', 'q1']] as const
      const analysis = analyseAnswers(source, {
        ...{ items, scale, crosstabs, together: true, groups: ['dept'] },
        reverse: textsParam(vector, 'reverse'),
      })
      source.close()
      return answerOf(analysis)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

function answerOf({
  cases,
  items,
  reliability,
  adequacy,
  sphericity,
  components,
  crosstabs,
  comparisons,
}: ReturnType<typeof analyseAnswers>) {
  const [first] = items
  const [cross] = crosstabs
  const [comparison] = comparisons
  if (reliability?.kind !== 'computed' || adequacy?.kind !== 'computed' || sphericity?.kind !== 'computed') return { cannot: 'structure' }
  if (components?.kind !== 'computed' || comparison?.result.kind !== 'computed' || cross?.test.kind !== 'computed')
    return { cannot: 'structure' }
  const described = first?.description
  return {
    n: cases,
    complete: reliability.n,
    q1: {
      n: described?.n,
      counts: first?.frequencies?.rows.map((row) => row.count),
      pct: first?.frequencies?.rows.map((row) => row.percent),
      validPct: first?.frequencies?.rows.map((row) => row.validPercent),
      mean: described?.kind === 'computed' ? described.mean : null,
      sd: described?.kind === 'computed' ? described.sd : null,
    },
    alpha: reliability.rawAlpha,
    alphaIfDeleted: reliability.items.map((item) => item.alphaIfDropped),
    itemRest: reliability.items.map((item) => item.itemRest),
    kmo: adequacy.kmo,
    bartlettChi2: sphericity.chi2,
    bartlettDf: sphericity.df,
    eigen: components.eigenvalues.slice(0, 8),
    chi2: cross.test.chi2,
    anovaF: comparison.result.f,
  }
}
