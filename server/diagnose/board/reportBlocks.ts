import { type Block, heading, type Language, line, list, picking, sealed, title } from '../../platform/papers/sheet.ts'
import { factorBlocks } from './reportFactors.ts'
import { cut, type Ink, type Pick, type ReportFile, saidP } from './reportInk.ts'
import { fishbones, levelsPicture, prioritiesPicture, severityPicture } from './reportPictures.ts'
import { threadBlocks } from './reportThread.ts'
import { reportWords } from './reportWords.ts'

/** From who was asked to what is to be done, in the order of the thread. */
export function reportBlocks(file: ReportFile, language: Language): Block[] {
  const text = reportWords(language)
  const pick: Pick = (words) => picking(language)(words) || words.zh
  const ink: Ink = { file, text, pick, joint: language === 'zh' ? '；' : '; ' }
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

function askedBlocks({ file, text, pick }: Ink): Block[] {
  const { strata, total } = file.response
  const { interviewed } = file.ground.voices
  return [
    line(text.askedSay(total.answered), { indent: true }),
    list(
      [40, 20, 20, 20],
      [text.level, text.answered, text.eligible, text.rate],
      [...strata, total].map((one) => [
        pick(one.name),
        String(one.answered),
        one.eligible === null ? text.unknown : String(one.eligible),
        one.moreAnswersThanPeople ? text.tooMany : one.rate === null ? text.unknown : `${(one.rate * 100).toFixed(1)} %`,
      ]),
    ),
    line(interviewed === null ? text.noInterviews : text.interviews(interviewed), { indent: true }),
  ]
}

function tableBlocks({ file, text, pick, joint }: Ink): Block[] {
  const { validity } = file
  const { constructs } = file.ground
  return [
    list(
      [44, 10, 12, 11, 11, 12],
      [text.construct, text.items, text.n, text.mean, text.sd, text.alpha],
      constructs.map((one) => [
        `${one.code} ${pick(one.name)}`,
        String(one.items.length),
        String(one.n),
        cut(one.mean, 2),
        cut(one.sd, 2),
        cut(one.reliability.value, 3),
      ]),
    ),
    line(
      validity.kmo === null
        ? text.noValidity(text.because[validity.because ?? ''] ?? '–')
        : text.validity(cut(validity.kmo, 3), cut(validity.chi2, 1), validity.df ?? 0, saidP(validity.p), validity.n),
      { indent: true },
    ),
    ...factorBlocks({ file, text, pick, joint }),
  ]
}

function problemBlocks(ink: Ink): Block[] {
  const { text, pick } = ink
  const { board } = ink.file
  const [first] = board.problems
  return [
    ...severityPicture(ink),
    ...(first ? [line(text.rule(first.evidence.severityCut, first.evidence.interviewPercentCut), { indent: true })] : []),
    list(
      [20, 10, 15, 14, 16, 25],
      [text.problem, text.survey, text.voice, text.records, text.proposal, text.decision],
      board.problems.map((one) => [
        `${one.code} ${pick(one.name)}`,
        cut(one.evidence.severity, 1),
        one.evidence.interviews ? text.of(one.evidence.interviews.raised, one.evidence.interviews.asked) : text.none,
        one.evidence.audit ? text.audit[one.evidence.audit] : text.none,
        text.verdicts[one.proposed],
        one.decided ? `${text.verdicts[one.decided.verdict]}${text.by(one.decided.by)} ${one.decided.reason}`.trim() : text.undecided,
      ]),
    ),
  ]
}

function levelBlocks(ink: Ink): Block[] {
  const { file, text, pick, joint } = ink
  const rows = file.ground.comparisons.filter((one) => one.test !== 'none')
  if (rows.length === 0) return [line(text.noLevels, { indent: true })]
  return [
    line(text.levelsSay, { indent: true, stays: true }),
    ...levelsPicture(ink),
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
  const { file, text, pick } = ink
  const { points, outcome } = file.priorities
  if (points.length === 0 || !outcome) return [line(text.noPriorities, { indent: true })]
  return [
    line(text.prioritiesSay(pick(outcome)), { indent: true, stays: true }),
    ...prioritiesPicture(ink),
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
function itemBlocks({ file, text, pick }: Ink): Block[] {
  const shown = file.ground.items.filter((one) => !one.hidden)
  return [
    line(text.itemsSay, { indent: true }),
    list(
      [12, 48, 10, 15, 15],
      [text.item, text.words, text.n, text.mean, text.favourable],
      shown.map((one) => {
        const banded = one.banded ? `${one.banded.band === 'at-least' ? '≥' : '≤'} ${one.banded.percent} %` : null
        const share = one.favourable === null ? '–' : `${one.favourable.toFixed((one.valid ?? 0) < 50 ? 0 : 1)} %`
        return [one.reverse ? `${one.code} (R)` : one.code, pick(one.text), String(one.valid ?? '–'), cut(one.mean, 2), banded ?? share]
      }),
    ),
  ]
}

function causeBlocks(ink: Ink): Block[] {
  const { file, text, pick } = ink
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

function evidenceBlocks({ file, text, pick }: Ink): Block[] {
  const { evidence } = file.board
  if (evidence.length === 0) return [line(text.noEvidence, { indent: true })]
  return [
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
  const { file, text, pick } = ink
  const { remedies } = file.board
  if (remedies.length === 0) return [line(text.noRemedies, { indent: true })]
  return [
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
