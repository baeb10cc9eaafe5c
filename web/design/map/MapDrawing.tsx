import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { Bilingual } from '@milepost/terms/bilingual'
import { memo, type Ref, type SVGProps, useMemo } from 'react'
import { linesOf, type MapGeometry, widthOf } from './mapGeometry.ts'
import { clearOfBoxes, routeArrow, rowsOf } from './routeArrow.ts'

export type LinkVerdictCode = 'consistent' | 'inconsistent' | 'mixed' | 'untested'

type MapDrawingProps = {
  readonly scorecard: ScorecardDesign
  readonly geometry: MapGeometry
  readonly language: 'zh' | 'en'
  /** By "cause effect". */
  readonly verdicts: ReadonlyMap<string, LinkVerdictCode>
  /** The line below an objective's name. */
  readonly notes: ReadonlyMap<string, string>
  /** How to read it: below the drawing, with name and mission above, for a file of its own. */
  readonly alone?: string
  readonly near?: string | null
  readonly chosenLink?: string | null
  readonly svg?: SVGProps<SVGSVGElement> & { readonly 'data-linking'?: boolean }
  readonly ref?: Ref<SVGSVGElement>
  /** What makes a box a button; its name then stands for the drawn words, which are broken over lines. */
  readonly boxOf?: (objectiveId: string) => SVGProps<SVGGElement>
  /** `marks`: what is written on the arrow (sign, lag, verdict), which its name must say too. */
  readonly arrowOf?: (link: MapLink, marks: string) => SVGProps<SVGGElement>
}

const INK = '#1c2833'
const SOFT = '#54616d'
const ACCENT = '#10598c'
const STRENGTH = { weak: 1.1, medium: 1.9, strong: 3.2 } as const
const THEMES = ['#d98e04', '#17703f', '#7a4fa3', '#b3261e', '#1a6a9c', '#56616b']
const VERDICTS = {
  consistent: { mark: '✓', colour: '#17703f' },
  inconsistent: { mark: '✗', colour: '#b3261e' },
  mixed: { mark: '≈', colour: '#8a5800' },
  untested: { mark: '', colour: SOFT },
} as const
const HAN = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC',sans-serif"
/** In English the Latin letters come first: a Chinese font draws their quotation marks as wide as a character. Only fonts as narrow as the boxes are measured for. */
const FONTS = { zh: HAN, en: `'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','Noto Sans',${HAN}` } as const
const HEAD = 74
const KEY_STEP = 18

export const linkKey = (link: Pick<MapLink, 'fromObjectiveId' | 'toObjectiveId'>) => `${link.fromObjectiveId} ${link.toObjectiveId}`

/** The whole map as one SVG that says everything itself (colours, fonts, arrowheads), so that the same drawing is edited, printed and exported. */
export function MapDrawing(props: MapDrawingProps) {
  const { scorecard, geometry, language, verdicts, notes, alone, near = null, chosenLink = null } = props
  const pick = (text: Bilingual) => text[language] || text[language === 'zh' ? 'en' : 'zh']
  const head = alone === undefined ? 0 : HEAD
  const foot = scorecard.themes.length > 0 ? 30 : 0
  const width = geometry.width
  const key = alone === undefined ? [] : linesOf(alone, width - 24, 4)
  const height = geometry.height + head + foot + (key.length === 0 ? 0 : key.length * KEY_STEP + 14)
  const themeColour = new Map(scorecard.themes.map((one, at) => [one.themeId, THEMES[at % THEMES.length] ?? ACCENT]))
  const rows = useMemo(() => rowsOf(geometry.boxes.values()), [geometry])
  const legend = legendOf(
    scorecard.themes.map((theme) => ({ theme, words: pick(theme.name) })),
    width,
  )
  const touches = (link: MapLink) => near === null || link.fromObjectiveId === near || link.toObjectiveId === near
  const lit = new Set(
    near === null ? [] : [near, ...scorecard.links.filter(touches).flatMap((link) => [link.fromObjectiveId, link.toObjectiveId])],
  )
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontFamily={FONTS[language]}
      fontSize={14}
      ref={props.ref}
      {...props.svg}
    >
      <title>{pick(scorecard.name)}</title>
      <defs>
        {(['plus', 'minus'] as const).map((kind) => (
          <marker
            key={kind}
            id={`mp-map-${kind}`}
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.5z" fill={kind === 'plus' ? '#5f7d92' : '#b3261e'} />
          </marker>
        ))}
      </defs>
      <rect width={width} height={height} fill="#fff" />
      {alone !== undefined && (
        <>
          <text x={12} y={28} fontSize={20} fontWeight={700} fill={INK}>
            {pick(scorecard.name)}
          </text>
          <text x={12} y={54} fill={SOFT}>
            {linesOf(pick(scorecard.mission), width - 40, 1)[0] ?? ''}
          </text>
        </>
      )}
      <g transform={`translate(0 ${head})`}>
        {geometry.bands.map((band) => {
          const perspective = scorecard.perspectives.find((one) => one.perspectiveId === band.id)
          const lines = linesOf(perspective ? pick(perspective.name) : '', 92, 4)
          return (
            <g key={band.id}>
              <rect x={0} y={band.y} width={width} height={band.height} rx={8} fill="#f3f6f9" />
              <rect x={0} y={band.y} width={4} height={band.height} rx={2} fill={ACCENT} />
              {lines.map((line, at) => (
                <text
                  key={line}
                  x={14}
                  y={band.y + band.height / 2 + (at - (lines.length - 1) / 2) * 18 + 5}
                  fontWeight={600}
                  fill="#0b4068"
                >
                  {line}
                </text>
              ))}
            </g>
          )
        })}
        {scorecard.links.map((link) => {
          const [from, to] = [geometry.boxes.get(link.fromObjectiveId), geometry.boxes.get(link.toObjectiveId)]
          if (!from || !to) return null
          const route = routeArrow(from, to, rows)
          const isChosen = chosenLink === linkKey(link)
          const { mark, colour } = VERDICTS[verdicts.get(linkKey(link)) ?? 'untested']
          const words = `${link.sign === '-' ? '−' : ''}${link.lagPeriods > 0 ? `+${link.lagPeriods}` : ''}${mark}`
          const half = words.length * 4.5 + 4
          const middle = words === '' ? route.middle : clearOfBoxes(route.middle, half, rows)
          return (
            <g
              key={linkKey(link)}
              opacity={touches(link) ? 1 : 0.15}
              data-from={link.fromObjectiveId}
              data-to={link.toObjectiveId}
              {...props.arrowOf?.(link, words)}
            >
              <path d={route.path} fill="none" stroke="transparent" strokeWidth={14} />
              <path
                d={route.path}
                fill="none"
                stroke={isChosen ? ACCENT : link.sign === '-' ? '#b3261e' : '#8ba3b5'}
                strokeWidth={STRENGTH[link.strength] + (isChosen ? 1.4 : 0)}
                strokeDasharray={link.sign === '-' ? '6 4' : undefined}
                markerEnd={`url(#mp-map-${link.sign === '-' ? 'minus' : 'plus'})`}
              />
              {words !== '' && (
                <g transform={`translate(${middle.x} ${middle.y})`} aria-hidden={props.arrowOf && true}>
                  <rect x={-half} y={-9} width={2 * half} height={18} rx={9} fill="#fff" stroke="#dbe2e8" />
                  <text textAnchor="middle" y={4.5} fontSize={12} fill={mark === '' ? SOFT : colour}>
                    {words}
                  </text>
                </g>
              )}
            </g>
          )
        })}
        {scorecard.objectives.map((objective) => {
          const box = geometry.boxes.get(objective.objectiveId)
          if (!box) return null
          return (
            <g
              key={objective.objectiveId}
              transform={`translate(${box.x} ${box.y})`}
              opacity={near === null || lit.has(objective.objectiveId) ? 1 : 0.4}
              {...props.boxOf?.(objective.objectiveId)}
            >
              <MapBox
                width={box.width}
                height={box.height}
                words={`${objective.code} ${pick(objective.name)}`}
                tells={pick(objective.statement) || pick(objective.name)}
                note={notes.get(objective.objectiveId) ?? ''}
                theme={objective.themeId === null ? undefined : themeColour.get(objective.themeId)}
                isNear={near === objective.objectiveId}
                isButton={props.boxOf !== undefined}
              />
            </g>
          )
        })}
        {legend.map(({ theme, words, x }) => (
          <g key={theme.themeId} transform={`translate(${x} ${geometry.height + 20})`}>
            <rect y={-9} width={12} height={12} rx={3} fill={themeColour.get(theme.themeId)} />
            <text x={18} y={2} fontSize={12} fill={SOFT}>
              {words}
            </text>
          </g>
        ))}
        {key.map((line, at) => (
          <text key={line} x={12} y={geometry.height + foot + 18 + at * KEY_STEP} fontSize={12} fill={SOFT}>
            {line}
          </text>
        ))}
      </g>
    </svg>
  )
}

/** The themes side by side below the map, each as wide as its name, cut only where the drawing ends. */
function legendOf<T>(themes: readonly { readonly theme: T; readonly words: string }[], width: number) {
  let x = 12
  return themes.map(({ theme, words }) => {
    const own = { theme, words: linesOf(words, Math.max(40, width - x - 40), 1)[0] ?? '', x }
    x += 18 + widthOf(own.words) + 24
    return own
  })
}

type MapBoxProps = {
  readonly width: number
  readonly height: number
  readonly words: string
  readonly tells: string
  readonly note: string
  readonly theme: string | undefined
  readonly isNear: boolean
  readonly isButton: boolean
}

/** What stands in a box; drawn anew only when it changes, so that thousands of them stay light under the hand. */
const MapBox = memo(function MapBox({ width, height, words, tells, note, theme, isNear, isButton }: MapBoxProps) {
  const lines = linesOf(words, width - 20, 3)
  const { size, step } = lines.length > 2 ? { size: 13, step: 16 } : { size: 14, step: 18 }
  const top = height / 2 - (lines.length * step + (note === '' ? 0 : 16)) / 2 + size - 1
  return (
    <g aria-hidden={isButton && true}>
      <title>{tells}</title>
      <rect width={width} height={height} rx={8} fill="#fff" stroke={isNear ? ACCENT : '#b9c9d5'} strokeWidth={isNear ? 2 : 1} />
      {theme !== undefined && <rect x={0} y={8} width={5} height={height - 16} rx={2.5} fill={theme} />}
      {lines.map((line, at) => (
        <text key={line} x={width / 2} y={top + at * step} textAnchor="middle" fontSize={size} fill={INK}>
          {line}
        </text>
      ))}
      {note !== '' && (
        <text x={width / 2} y={top + lines.length * step - 1} textAnchor="middle" fontSize={12} fill={SOFT}>
          {linesOf(note, width * 1.12, 1)[0]}
        </text>
      )}
    </g>
  )
})
