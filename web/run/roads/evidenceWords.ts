import type { Bilingual } from '@milepost/terms/bilingual'
import { CONDITION_INDICES } from '@milepost/terms/road'
import { written } from '../../parts/figures.ts'
import type { AssessedIndex } from './assessed.ts'

/** What an index was computed from, by the name the engine gives it. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  distressRatioPercent: { zh: '路面破损率 DR（%）', en: 'distress ratio DR (%)' },
  iriMetresPerKilometre: { zh: '国际平整度指数 IRI（m/km）', en: 'IRI (m/km)' },
  rutDepthMillimetres: { zh: '车辙深度 RD（mm）', en: 'rut depth RD (mm)' },
  shallowMillimetres: { zh: '浅车辙界限（mm）', en: 'limit of shallow ruts (mm)' },
  deepMillimetres: { zh: '深车辙界限（mm）', en: 'limit of deep ruts (mm)' },
  wearRatioPercent: { zh: '路面磨耗率 WR（%）', en: 'wear ratio WR (%)' },
  sfc: { zh: '横向力系数 SFC', en: 'side-force coefficient SFC' },
  ssr: { zh: '结构强度系数 SSR', en: 'structural strength ratio SSR' },
  least: { zh: '标定系数 SRImin', en: 'coefficient SRImin' },
  a0: { zh: '标定系数 a0', en: 'coefficient a0' },
  a1: { zh: '标定系数 a1', en: 'coefficient a1' },
  light: { zh: '轻度跳车（处）', en: 'light bumps' },
  medium: { zh: '中度跳车（处）', en: 'medium bumps' },
  heavy: { zh: '重度跳车（处）', en: 'heavy bumps' },
  structures: { zh: '构造物（座）', en: 'structures' },
  bridge: { zh: '桥梁', en: 'bridge' },
  tunnel: { zh: '隧道', en: 'tunnel' },
  culvert: { zh: '涵洞', en: 'culvert' },
}

const GAPS: Readonly<Record<string, Bilingual>> = {
  'not-surveyed': { zh: '未调查', en: 'not surveyed' },
  'not-a-number': { zh: '不是数值', en: 'not a number' },
  negative: { zh: '为负数', en: 'below zero' },
  'outside-0-100': { zh: '不在 0 至 100 之间', en: 'not between 0 and 100' },
  'no-area': { zh: '没有调查面积', en: 'no surveyed area' },
  'no-length': { zh: '没有路段长度', en: 'no length' },
  'no-profile-depth': { zh: '没有构造深度', en: 'no profile depth' },
  'no-deflection': { zh: '没有弯沉', en: 'no deflection' },
  'unknown-damage': { zh: '标准中没有的损坏类型', en: 'a damage the standard does not know' },
  'severity-not-rated': { zh: '该类损坏没有此程度', en: 'this damage has no such severity' },
  'nothing-surveyed': { zh: '各项均未调查', en: 'nothing was surveyed' },
  'missing-part': { zh: '缺少分项：', en: 'parts missing:' },
}

/** What an index was computed from, or why it has no value, in words; empty where there is nothing to say. */
export function evidenceWords(one: AssessedIndex): Bilingual {
  if (one.kind === 'not-applicable') return { zh: '', en: '' }
  if (one.kind === 'undefined') {
    const parts = 'parts' in one ? one.parts.join(', ') : ''
    const gap = GAPS[one.because]
    return { zh: [gap?.zh, parts].filter(Boolean).join(' '), en: [gap?.en, parts].filter(Boolean).join(' ') }
  }
  const said = Object.entries(one.evidence).map(([key, value]) => ({ name: nameOf(key), value: figureOf(String(value)) }))
  return {
    zh: said.map(({ name, value }) => `${name.zh} ${value}`).join(' · '),
    en: said.map(({ name, value }) => `${name.en} ${value}`).join(' · '),
  }
}

/** A structure is named "2 bridge 清河桥"; an index goes by its own letters. */
function nameOf(key: string): Bilingual {
  const structure = /^\d+ (bridge|tunnel|culvert)(.*)$/.exec(key)
  const kind = structure?.[1] === undefined ? undefined : NAMES[structure[1]]
  if (structure && kind) return { zh: `${kind.zh}${structure[2] ?? ''}`, en: `${kind.en}${structure[2] ?? ''}` }
  if (key in CONDITION_INDICES) return { zh: key, en: key }
  return NAMES[key] ?? { zh: key.replaceAll('-', ' '), en: key.replaceAll('-', ' ') }
}

/** "85.2 × 7000 bp" is "85.20 × 70%"; long decimals and fractions are cut for the eye. */
function figureOf(value: string): string {
  const weighted = /^(\S+) × (\d+) bp$/.exec(value)
  if (weighted) return `${figureOf(weighted[1] ?? '')} × ${written(String(Number(weighted[2]) / 100))}%`
  const fraction = /^(-?\d+)\/(\d+)$/.exec(value)
  if (fraction) return written((Number(fraction[1]) / Number(fraction[2])).toFixed(4), 2)
  return /^-?\d+\.\d{4,}$/.test(value) ? written(value, 3) : value
}
