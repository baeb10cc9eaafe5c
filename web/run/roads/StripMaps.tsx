import type { SectionRow } from '@milepost/contract/run/inspections'
import type { ConditionGrade, ConditionIndex } from '@milepost/terms/road'
import { useText } from '../../platform/language.tsx'
import { GradeMark } from './GradeMark.tsx'
import { STRIP, type Strip, stakeText, stripsOf } from './strips.ts'
import { en, zh } from './text.ts'

type StripMapsProps = {
  readonly sections: readonly SectionRow[]
  readonly index: ConditionIndex
  readonly onOpen: (inspectionId: string) => void
}

const GRADES: readonly ConditionGrade[] = ['road-excellent', 'road-good', 'road-fair', 'road-poor', 'road-bad']

/** Every route as a strip, coloured and lettered by grade. */
export function StripMaps({ sections, index, onOpen }: StripMapsProps) {
  return (
    <div className="mp-strips">
      <p className="mp-strip-legend">
        {GRADES.map((grade) => (
          <GradeMark key={grade} grade={grade} say="word" />
        ))}
      </p>
      {stripsOf(sections, index).map((strip) => (
        <StripMap key={strip.key} strip={strip} index={index} onOpen={onOpen} />
      ))}
    </div>
  )
}

type StripMapProps = { readonly strip: Strip; readonly index: ConditionIndex; readonly onOpen: (inspectionId: string) => void }

function StripMap({ strip, index, onOpen }: StripMapProps) {
  const text = useText({ zh, en })
  const direction = text.directions[strip.direction]
  return (
    <div className="mp-strip">
      <div className="mp-strip-name">
        <strong>{strip.route}</strong> <span>{direction}</span>
      </div>
      <div className="mp-strip-road">
        <svg
          viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={text.strip(strip.route, direction, index, strip.pieces.length)}
        >
          {strip.pieces.map(({ section, x, width, grade }) => (
            <rect
              key={section.inspectionId}
              className="mp-strip-piece"
              data-grade={grade ?? 'none'}
              x={x}
              y={0}
              width={width}
              height={STRIP.height}
            />
          ))}
        </svg>
        <div className="mp-strip-letters" aria-hidden="true">
          {strip.pieces.map(({ section, left, share, lettered, grade }) => (
            <button
              key={section.inspectionId}
              type="button"
              tabIndex={-1}
              data-grade={grade ?? 'none'}
              title={`${stakeText(section.fromM)}–${stakeText(section.toM)} ${index} ${section.indices[index]?.value ?? text.noIndex}`}
              style={{ insetInlineStart: left, width: share }}
              onClick={() => onOpen(section.inspectionId)}
            >
              {lettered && (grade === null ? '?' : text.letters[grade])}
            </button>
          ))}
        </div>
        <div className="mp-strip-ends">
          <span>{strip.from}</span>
          <span>{strip.to}</span>
        </div>
      </div>
    </div>
  )
}
