import { useId, useMemo, useState } from 'react'
import { StatusMark } from '../StatusMark.tsx'
import type { StrategyMapProps } from '../StrategyMapProps.ts'
import { arrowPath, type MapLink, strategyLayout } from './strategyLayout.ts'

/** The strategy as bands and arrows. Pointing at an objective singles out what it drives and what drives it. */
export function StrategyPicture({ perspectives, objectives, links, label, onOpen }: StrategyMapProps) {
  const arrowId = useId()
  const [near, setNear] = useState<string | null>(null)
  const layout = useMemo(() => strategyLayout(perspectives, objectives, links), [perspectives, objectives, links])
  const touches = (link: MapLink) => near === null || link.from === near || link.to === near
  const lit = new Set(near === null ? [] : [near, ...links.filter(touches).flatMap(({ from, to }) => [from, to])])
  return (
    <div className="mp-map-scroll">
      <div className="mp-map" style={{ width: layout.width, height: layout.height }}>
        {layout.bands.map((band) => (
          <div key={band.id} className="mp-map-band" style={{ top: band.y, height: band.height }}>
            <span>{band.name}</span>
          </div>
        ))}
        <svg className="mp-map-arrows" width={layout.width} height={layout.height} role="img" aria-label={label}>
          <defs>
            <marker id={arrowId} viewBox="0 0 8 8" refX="5" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0.5 8 4 0 7.5z" fill="context-stroke" />
            </marker>
          </defs>
          {links.map((link) => {
            const from = layout.boxes.get(link.from)
            const to = layout.boxes.get(link.to)
            return from === undefined || to === undefined ? null : (
              <path
                key={`${link.from} ${link.to}`}
                d={arrowPath(from, to)}
                data-faint={!touches(link)}
                data-near={near !== null && touches(link)}
                markerEnd={`url(#${arrowId})`}
              />
            )
          })}
        </svg>
        {objectives.map((objective) => {
          const box = layout.boxes.get(objective.id)
          if (box === undefined) return null
          return (
            <button
              key={objective.id}
              type="button"
              className="mp-map-box"
              style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
              data-faint={near !== null && !lit.has(objective.id)}
              onMouseEnter={() => setNear(objective.id)}
              onMouseLeave={() => setNear(null)}
              onFocus={() => setNear(objective.id)}
              onBlur={() => setNear(null)}
              onClick={() => onOpen?.(objective.id)}
            >
              <span className="mp-map-name">{objective.name}</span>
              {(objective.status !== undefined || objective.note !== undefined) && (
                <span className="mp-map-note">
                  {objective.status !== undefined && <StatusMark status={objective.status} />}
                  {objective.note}
                </span>
              )}
            </button>
          )
        })}
      </div>
    </div>
  )
}
