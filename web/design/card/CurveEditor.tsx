import type { ScoringRule } from '@milepost/scorecard/rules'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { scaleOf, ticks } from '../../parts/draw/scale.ts'
import { drawable, written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { captionsOf } from './captions.ts'
import { axisFor, figureAt, HANDLE_SCORES, isPlace, keyStep } from './dragFigure.ts'
import { FIGURE_NAMES, type FigureName, figuresOf, withFigure } from './ruleFields.ts'
import { en, zh } from './text.ts'
import { trialOf } from './trial.ts'

type CurveEditorProps = {
  readonly rule: ScoringRule
  readonly digits: number
  readonly unit: string
  readonly label: string
  readonly onChange: (rule: ScoringRule) => void
}

const BOX = { width: 360, height: 198, left: 36, right: 14, top: 34, bottom: 34 }
const RIGHT = BOX.width - BOX.right
const BOTTOM = BOX.height - BOX.bottom

/** The curve with a handle on each figure, moved by pointer or by arrow keys; the curve is redrawn by the engine as it moves. */
export function CurveEditor({ rule, digits, unit, label, onChange }: CurveEditorProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const picture = useRef<SVGSVGElement>(null)
  // the axis stands still while a handle is held, or it would run away from the pointer
  const [held, setHeld] = useState<{ readonly name: FigureName; readonly axis: readonly [number, number] } | null>(null)
  const handles = figuresOf(rule).flatMap(({ name, value }) => {
    const x = drawable(value)
    return x === null || !isPlace(name) ? [] : [{ name, value, x }]
  })
  if (handles.length === 0) return null
  const trial = trialOf(rule, null)
  const corners =
    trial.kind === 'curve'
      ? trial.anchors.flatMap(({ actual, score }) => {
          const [x, y] = [drawable(actual), drawable(score)]
          return x === null || y === null ? [] : [{ x, y }]
        })
      : []
  const axis = held?.axis ?? axisFor([...handles.map(({ x }) => x), ...corners.map(({ x }) => x)])
  const x = scaleOf(axis, [BOX.left, RIGHT])
  const y = scaleOf([0, 120], [BOTTOM, BOX.top])
  const captions = captionsOf(
    handles.map(({ name, x: place }) => ({ words: pick(FIGURE_NAMES[name]), at: x(place) })),
    BOX.width,
  )
  const low = (value: number) => y(Math.max(0, Math.min(120, value)))

  const drag = (event: PointerEvent<SVGElement>, name: FigureName) => {
    const box = picture.current?.getBoundingClientRect()
    if (held?.name !== name || !box) return
    const share = (((event.clientX - box.left) / box.width) * BOX.width - BOX.left) / (RIGHT - BOX.left)
    const [from, to] = held.axis
    onChange(withFigure(rule, name, figureAt(from + Math.max(0, Math.min(1, share)) * (to - from), digits)))
  }
  const press = (event: KeyboardEvent<SVGElement>, name: FigureName, value: number) => {
    const step = keyStep(event.key, event.shiftKey, digits)
    if (step === null) return
    event.preventDefault()
    onChange(withFigure(rule, name, figureAt(value + step, digits)))
  }
  const scoreAt = (name: FigureName, value: string): number => {
    const corner = corners.find((one) => one.x === drawable(value))
    if (corner !== undefined) return corner.y
    const found = trialOf(rule, value)
    return (found.kind === 'curve' && found.point !== null ? drawable(found.point.score) : null) ?? HANDLE_SCORES[name]
  }
  return (
    <fieldset className="mp-curve-editor" aria-label={label}>
      <svg ref={picture} className="mp-curve" viewBox={`0 0 ${BOX.width} ${BOX.height}`}>
        <title>{label}</title>
        {[0, 60, 100].map((tick) => (
          <g key={tick}>
            <path d={`M${BOX.left} ${y(tick)}H${RIGHT}`} stroke="var(--mp-line-soft)" />
            <text x={BOX.left - 6} y={y(tick) + 4} textAnchor="end" className="mp-axis">
              {tick}
            </text>
          </g>
        ))}
        {ticks(axis[0], axis[1], 5).map((tick) => (
          <text key={tick} x={x(tick)} y={BOTTOM + 15} textAnchor="middle" className="mp-axis">
            {tick}
          </text>
        ))}
        <text x={RIGHT} y={BOX.height - 3} textAnchor="end" className="mp-axis">
          {unit}
        </text>
        <CurveLine corners={corners} x={x} y={low} />
        {handles.map(({ name, value, x: at }) => {
          const high = low(scoreAt(name, value))
          const said = `${pick(FIGURE_NAMES[name])} ${written(value)} ${unit}`
          return (
            <g
              key={name}
              className="mp-curve-handle"
              data-held={held?.name === name}
              role="slider"
              tabIndex={0}
              aria-label={pick(FIGURE_NAMES[name])}
              aria-valuenow={at}
              aria-valuetext={said}
              aria-valuemin={Number(axis[0].toFixed(4))}
              aria-valuemax={Number(axis[1].toFixed(4))}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId)
                setHeld({ name, axis })
              }}
              onPointerMove={(event) => drag(event, name)}
              onPointerUp={() => setHeld(null)}
              onPointerCancel={() => setHeld(null)}
              onKeyDown={(event) => press(event, name, at)}
            >
              <path d={`M${x(at)} ${high}V${BOTTOM}`} stroke="var(--mp-faint)" strokeDasharray="2 3" />
              <circle cx={x(at)} cy={high} r="16" fill="transparent" />
              <circle cx={x(at)} cy={high} r="7" className="mp-curve-knob" />
            </g>
          )
        })}
        {captions.map(({ words, at, row }) => (
          <text key={words} x={at} y={11 + row * 13} textAnchor="middle" className="mp-axis-strong" aria-hidden>
            {words}
          </text>
        ))}
      </svg>
      <p className="mp-soft">{text.dragSay}</p>
    </fieldset>
  )
}

type CurveLineProps = {
  readonly corners: readonly { readonly x: number; readonly y: number }[]
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

function CurveLine({ corners, x, y }: CurveLineProps) {
  const ordered = corners.toSorted((a, b) => a.x - b.x)
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return null
  const points = [`${BOX.left},${y(first.y)}`, ...ordered.map((one) => `${x(one.x)},${y(one.y)}`), `${RIGHT},${y(last.y)}`]
  return <polyline points={points.join(' ')} fill="none" stroke="var(--mp-accent)" strokeWidth="2" strokeLinejoin="round" />
}
