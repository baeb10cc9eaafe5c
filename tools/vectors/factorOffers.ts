import { factorAnalysis } from '@milepost/statistics/factorAnalysis'
import { omega } from '@milepost/statistics/omega'
import { principalComponents } from '@milepost/statistics/principalComponents'
import { samplingAdequacy, sphericity } from '@milepost/statistics/samplingAdequacy'
import { splitHalf } from '@milepost/statistics/splitHalf'
import { z } from 'zod'
import { items, missingRule, numberParam, scaleOf, textParam } from './read.ts'
import type { Offers } from './runVectors.ts'

const rotationSchema = z.enum(['none', 'varimax', 'oblimin']).default('none')
const methodSchema = z.enum(['minres', 'ml', 'pa']).default('minres')

export const FACTOR_OFFERS: Offers = {
  'factor.kmo': (vector) => {
    const result = samplingAdequacy(items(vector), { missing: missingRule(vector) })
    if (result.kind === 'undefined') return { cannot: result.because }
    return { n: result.n, kmo: result.kmo, kmoItems: result.items.map((item) => item.msa) }
  },
  'factor.bartlett': (vector) => {
    const result = sphericity(items(vector), { missing: missingRule(vector) })
    if (result.kind === 'undefined') return { cannot: result.because }
    const { n, chi2, df, p, logP, determinant } = result
    return { n, chi2, df, p, logP, determinant }
  },
  'factor.pca': (vector) => {
    const result = principalComponents(items(vector), { components: numberParam(vector, 'nFactors', 1), missing: missingRule(vector) })
    if (result.kind === 'undefined') return { cannot: result.because }
    const rotated = textParam(vector, 'rotation', 'none') === 'varimax' ? result.rotated : null
    return {
      n: result.n,
      eigenvalues: result.eigenvalues,
      varianceExplainedPct: result.varianceExplained,
      communalities: result.communalities,
      loadings: result.loadings,
      varimaxLoadings: rotated?.loadings ?? result.loadings,
      varimaxSsLoadings: rotated?.ssLoadings ?? result.eigenvalues.slice(0, result.components),
    }
  },
  'factor.efa': (vector) => {
    const result = factorAnalysis(items(vector), numberParam(vector, 'nFactors', 1), {
      method: methodSchema.parse(vector.params.method),
      rotation: rotationSchema.parse(vector.params.rotation),
      missing: missingRule(vector),
      normalise: vector.params.kaiserNormalize !== false,
    })
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      n: result.n,
      uniquenesses: result.uniquenesses,
      communalities: result.communalities,
      ssTotal: result.commonVariance,
      residualOffDiagSs: result.residualSquares,
      loadings: result.loadings,
      varimaxLoadings: result.varimax.loadings,
      varimaxSsLoadings: result.varimax.ssLoadings,
      obliminLoadings: result.oblimin?.loadings,
      factorCorrelations: result.oblimin?.factorCorrelations,
      chi2: result.fit?.chi2,
      df: result.fit?.df,
      p: result.fit?.p,
    }
  },
  'reliability.omega': (vector) => {
    const result = omega(items(vector), { scale: scaleOf(vector), missing: missingRule(vector) })
    if (result.kind === 'undefined') return { cannot: result.because }
    return {
      n: result.n,
      omegaTotalMlCov: result.ml.omega,
      mlLoadings: result.ml.items.map((item) => Math.abs(item.loading)),
      mlResidualVar: result.ml.items.map((item) => item.uniqueness),
      omegaTotalMinresCor: result.minres.omega,
      minresLoadings: result.minres.items.map((item) => item.loading),
      omegaTotalMinresObservedVar: result.observedVariance,
    }
  },
  'reliability.splitHalf': (vector) => {
    const result = splitHalf(items(vector), { scale: scaleOf(vector) })
    if (result.kind === 'undefined') return { cannot: result.because }
    const { firstAndSecond: first, oddAndEven: odd } = result
    return {
      n: result.n,
      firstHalfR: first.r,
      firstHalfSpearmanBrown: first.spearmanBrown,
      firstHalfSpearmanBrownUnequal: first.spearmanBrownUnequal,
      firstHalfGuttman: first.guttman,
      oddEvenR: odd.r,
      oddEvenSpearmanBrown: odd.spearmanBrown,
    }
  },
}
