import { type Block, heading, type Language, line, list, picking, sealed, title } from '../../platform/papers/sheet.ts'
import { factorBlocks } from './reportFactors.ts'
import { captions, cut, type Ink, type Pick, type ReportFile, saidP } from './reportInk.ts'
import { fishbones, levelsPicture, prioritiesPicture, severityPicture } from './reportPictures.ts'
import {
  askedProse,
  causesProse,
  evidenceProse,
  interviewsProse,
  itemsProse,
  levelsProse,
  prioritiesProse,
  problemsProse,
  reliabilityProse,
  remediesProse,
} from './reportProse.ts'
import { reportSayings } from './reportSayings.ts'
import { threadBlocks } from './reportThread.ts'
import { reportWords } from './reportWords.ts'

/** From who was asked to what is to be done, in the order of the thread. */
export function reportBlocks(file: ReportFile, language: Language): Block[] {
  const text = reportWords(language)
  const pick: Pick = (words) => picking(language)(words) || words.zh
  const say = reportSayings(language)
  const ink: Ink = { file, text, say, pick, joint: language === 'zh' ? '；' : '; ', ...captions(say) }
  const head = (key: keyof typeof text.heads) => heading(text.heads[key])
  return [
    ...text.title(pick(file.board.wave)).split('\n').map(title),
    head('asked'),
    ...askedBlocks(ink),
    head('tables'),
    ...tableBlocks(ink),
    head('problems'),
    ...problemBlocks(ink),
    head('levels'),
    ...levelBlocks(ink),
    head('priorities'),
    ...priorityBlocks(ink),
    head('causes'),
    ...causeBlocks(ink),
    head('evidence'),
    ...evidenceBlocks(ink),
    head('remedies'),
    ...remedyBlocks(ink),
    head('items'),
    ...itemBlocks(ink),
    head('notes'),
    ...text.notes(file.ground.instrument.leastCell).map((words) => line(words, { indent: true, stays: true })),
    ...sealed(pick(file.institution), file.today, language),
  ]
}

function askedBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { strata, total } = file.response
  return [
    ...askedProse(ink),
    table(say.tables.response),
    list(
      [40, 20, 20, 20],
      [text.level, text.answered, text.eligible, text.rate],
      [...strata, total].map((one) => [
        pick(one.name),
        String(one.answered),
        one.eligible === null ? text.unknown : String(one.eligible),
        one.moreAnswersThanPeople ? text.tooMany : one.rate === null ? text.unknown : `${cut(one.rate * 100, 1)} %`,
      ]),
    ),
    ...interviewsProse(ink),
  ]
}

function tableBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { validity } = file
  const { constructs } = file.ground
  return [
    ...reliabilityProse(ink),
    table(say.tables.reliability),
    list(
      [36, 10, 10, 11, 10, 11, 12],
      [text.construct, text.items, text.n, text.mean, text.sd, text.alpha, say.alphaCases],
      constructs.map((one) => [
        `${one.code} ${pick(one.name)}`,
        String(one.items.length),
        String(one.n),
        cut(one.mean, 2),
        cut(one.sd, 2),
        cut(one.reliability.value, 3),
        String(one.reliability.n),
      ]),
    ),
    ...itemTotalBlocks(ink),
    line(
      validity.kmo === null
        ? text.noValidity(text.because[validity.because ?? ''] ?? '–')
        : text.validity(cut(validity.kmo, 3), cut(validity.chi2, 1), validity.df ?? 0, saidP(validity.p), validity.n),
      { indent: true },
    ),
    ...factorBlocks(ink),
  ]
}

/** As a thesis prints it: each item with the rest of its construct, and the construct without it. */
function itemTotalBlocks({ file, text, say, pick, table }: Ink): Block[] {
  const rows = file.reliability.flatMap((one) => one.items.map((item) => ({ ...item, construct: one.construct })))
  if (rows.length === 0) return []
  const weak = rows.filter((one) => one.itemRest !== null && one.itemRest < 0.3)
  return [
    line(say.itemTotal(weak.map((one) => say.named(one.code, cut(one.itemRest, 3))).join(say.and)), { indent: true, stays: true }),
    table(say.tables.itemTotal),
    list(
      [12, 48, 20, 20],
      [text.item, text.words, say.itemRest, say.ifDropped],
      rows.map((one) => [one.reverse ? `${one.code} (R)` : one.code, pick(one.text), cut(one.itemRest, 3), cut(one.ifDropped, 3)]),
    ),
  ]
}

function problemBlocks(ink: Ink): Block[] {
  const { text, say, pick, table } = ink
  const { entered } = ink.file.ground
  const voiceOf = (code: string, counted: { raised: number; asked: number } | null) => {
    const outside = entered.find((one) => one.code === code)
    if (outside) return say.ofBy(outside.raised, outside.asked, outside.by)
    return counted ? text.of(counted.raised, counted.asked) : text.none
  }
  const { board } = ink.file
  const [first] = board.problems
  return [
    ...problemsProse(ink),
    ...severityPicture(ink),
    ...(first ? [line(text.rule(first.evidence.severityCut, first.evidence.interviewPercentCut), { indent: true })] : []),
    table(say.tables.problems),
    list(
      [20, 13, 17, 14, 15, 21],
      [text.problem, text.survey, text.voice, text.records, text.proposal, text.decision],
      board.problems.map((one) => [
        `${one.code} ${pick(one.name)}`,
        cut(one.evidence.severity, 1),
        voiceOf(one.code, one.evidence.interviews),
        one.evidence.audit ? text.audit[one.evidence.audit] : text.none,
        text.verdicts[one.proposed],
        one.decided ? `${text.verdicts[one.decided.verdict]}${text.by(one.decided.by)} ${one.decided.reason}`.trim() : text.undecided,
      ]),
    ),
  ]
}

function levelBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, joint, table } = ink
  const rows = file.ground.comparisons.filter((one) => one.test !== 'none')
  if (rows.length === 0) return [line(text.noLevels, { indent: true })]
  return [
    line(text.levelsSay, { indent: true, stays: true }),
    ...levelsProse(ink),
    ...levelsPicture(ink),
    table(say.tables.levels),
    list(
      [26, 40, 18, 16],
      [text.construct, text.means, text.p, text.effect],
      rows.map((one) => [
        `${one.construct} ${pick(one.name)}`,
        one.groups.map((group) => `${pick(group.name)} ${cut(group.mean, 2)}`).join(joint),
        saidP(one.adjustedP),
        one.effect ? `${one.effect.kind === 'hedges-g' ? 'g' : 'ω²'} = ${cut(one.effect.value, 2)}` : '–',
      ]),
    ),
  ]
}

/** What to mend first: how closely each goes with the overall verdict, beside how it stands. */
function priorityBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { points, outcome } = file.priorities
  if (points.length === 0 || !outcome) return [line(text.noPriorities, { indent: true })]
  return [
    line(text.prioritiesSay(pick(outcome)), { indent: true, stays: true }),
    ...prioritiesProse(ink),
    ...prioritiesPicture(ink),
    table(say.tables.priorities),
    list(
      [46, 18, 18, 18],
      [text.construct, text.mean, text.importance, text.quadrant],
      points.map((one) => [
        `${one.construct} ${pick(one.name)}`,
        cut(one.performance, 2),
        cut(one.importance, 2),
        text.quadrants[one.quadrant],
      ]),
    ),
  ]
}

/** Every item as it was answered; reversed items are marked and not turned. */
function itemBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const shown = file.ground.items.filter((one) => !one.hidden)
  return [
    line(text.itemsSay, { indent: true }),
    ...itemsProse(ink),
    table(say.tables.items),
    list(
      [12, 48, 10, 15, 15],
      [text.item, text.words, text.n, text.mean, text.favourable],
      shown.map((one) => {
        const banded = one.banded ? `${one.banded.band === 'at-least' ? '≥' : '≤'} ${one.banded.percent} %` : null
        const share = one.favourable === null ? '–' : `${cut(one.favourable, (one.valid ?? 0) < 50 ? 0 : 1)} %`
        return [one.reverse ? `${one.code} (R)` : one.code, pick(one.text), String(one.valid ?? '–'), cut(one.mean, 2), banded ?? share]
      }),
    ),
  ]
}

function causeBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { causes, problems, links } = file.board
  if (causes.length === 0 || problems.length === 0) return []
  const mark = { decided: '*', estimated: '~', belief: '' } as const
  const said = (cause: string, problem: string) => {
    const link = links.find((one) => one.cause === cause && one.problem === problem)
    return link ? `${link.strength}${mark[link.basis]}` : '–'
  }
  const share = Math.floor(52 / problems.length)
  return [
    line(text.causesSay, { indent: true }),
    ...causesProse(ink),
    table(say.tables.causes),
    list(
      [36, 12, ...problems.map(() => share)],
      [text.cause, text.severity, ...problems.map((one) => one.code)],
      causes.map((one) => [
        `${one.code} ${pick(one.name)}`,
        cut(one.severity, 1),
        ...problems.map((problem) => said(one.code, problem.code)),
      ]),
    ),
    ...links
      .filter((one) => one.by !== null)
      .map((one) => line(text.decidedLink(one.cause, one.problem, text.strengths[one.strength] ?? '', one.reason, one.by ?? ''))),
    ...fishbones(ink),
  ]
}

function evidenceBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { evidence } = file.board
  if (evidence.length === 0) return [line(text.noEvidence, { indent: true })]
  return [
    ...evidenceProse(ink),
    table(say.tables.evidence),
    list(
      [15, 22, 29, 15, 19],
      [text.subject, text.what, text.says, text.strength, text.reason],
      evidence.map((one) => [
        one.subject,
        pick(one.label),
        pick(one.says),
        text.strengths[one.strength] ?? '',
        `${one.reason}${text.by(one.by)}`.trim(),
      ]),
    ),
  ]
}

function remedyBlocks(ink: Ink): Block[] {
  const { file, text, say, pick, table } = ink
  const { remedies } = file.board
  if (remedies.length === 0) return [line(text.noRemedies, { indent: true })]
  return [
    ...remediesProse(ink),
    table(say.tables.remedies),
    list(
      [14, 20, 14, 28, 24],
      [text.answers, text.remedy, text.where, text.sign, text.outcome],
      remedies.map((one) => {
        const told = one.outcome
        const change = told ? cut(told.change, one.sign.kind === 'construct' ? 1 : 2) : ''
        return [
          one.answers,
          `${one.code ?? ''} ${pick(one.name)}${text.by(one.by)}`.trim(),
          text.stages[one.stage],
          text.signOf[one.sign.kind](pick(one.sign.name), String(one.sign.least)),
          told ? (told.seen ? text.seen : text.notSeen)(change, pick(told.wave)) : text.later,
        ]
      }),
    ),
    ...threadBlocks(ink),
  ]
}
