import { percentOf } from '@milepost/contract/design/weights'
import { Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Carriers, type ShownNode, windowOf } from './carriers.ts'
import { en, zh } from './text.ts'

type CarrierLinesProps = {
  readonly carriers: Carriers
  readonly shown: readonly ShownNode[]
  readonly isOpen: (key: string) => boolean
  readonly onToggle: (key: string) => void
}

const LINE = 36
const INDENT = 18

/** The lines in the window and a few about it; thousands scroll as lightly as ten. On paper all of them are drawn. */
export function CarrierLines({ carriers, shown, isOpen, onToggle }: CarrierLinesProps) {
  const text = useText({ zh, en })
  const frame = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ top: 0, height: 720 })
  const [onPaper, setOnPaper] = useState(false)
  useEffect(() => {
    const measure = () => setPlace((now) => ({ ...now, height: frame.current?.clientHeight ?? now.height }))
    const paper = (on: boolean) => () => setOnPaper(on)
    const [begin, end] = [paper(true), paper(false)]
    measure()
    window.addEventListener('resize', measure)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('resize', measure)
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  const { from, to } = onPaper ? { from: 0, to: shown.length } : windowOf(shown.length, { ...place, line: LINE })
  return (
    <div
      ref={frame}
      className="mp-carriers"
      onScroll={({ currentTarget }) => setPlace({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })}
    >
      <ul aria-label={text.carriers} style={{ height: shown.length * LINE }}>
        {shown.slice(from, to).map((one, at) => (
          <CarrierRow key={one.node.key} carriers={carriers} one={one} at={from + at} open={isOpen(one.node.key)} onToggle={onToggle} />
        ))}
      </ul>
    </div>
  )
}

type CarrierRowProps = {
  readonly carriers: Carriers
  readonly one: ShownNode
  readonly at: number
  readonly open: boolean
  readonly onToggle: (key: string) => void
}

function CarrierRow({ carriers, one: { node, level }, at, open, onToggle }: CarrierRowProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { line, goal, objective, marks, units, people } = node
  const holder = carriers.holders[line?.h ?? goal?.h ?? -1]
  const measure = line ? carriers.measures[line.m] : undefined
  const top = line === null && goal === null && objective !== null ? carriers.objectives[objective] : undefined
  const name = top
    ? `${top.code} ${pick(top.name)}`
    : measure
      ? `${measure.code} ${pick(measure.name)}`
      : goal
        ? text.goalOf(pick(goal.title))
        : text.duties
  const isUpper = holder === undefined || holder.holderKind === 'institution'
  const who = isUpper ? null : `${pick(holder.name)}${holder.unit ? ` · ${pick(holder.unit)}` : ''}`
  return (
    <li
      className="mp-carriers-line"
      data-level={level}
      data-outlined={marks.has('uncovered')}
      style={{ top: at * LINE, paddingLeft: 8 + level * INDENT }}
    >
      {node.below.length === 0 ? (
        <span className="mp-tree-leaf" aria-hidden="true" />
      ) : (
        <button type="button" className="mp-tree-fold" aria-label={name} aria-expanded={open} onClick={() => onToggle(node.key)}>
          <span className="mp-fold" data-open={open} aria-hidden="true" />
        </button>
      )}
      <span className="mp-carriers-name" title={who === null ? name : `${who} ${name}`}>
        {who !== null && holder && <PageLink href={`/design/cards/${holder.cardId}`}>{who}</PageLink>} {name}
      </span>
      <span className="mp-carriers-beside">
        {line !== null && `${percentOf(line.weightBp)}%${isUpper ? '' : ` ${text.serves[line.kind]}`}`}
        {isUpper && units.size + people.size > 0 && `${line === null ? '' : ' · '}${text.carriedBy(units.size, people.size)}`}
      </span>
      {marks.has('uncovered') && <Tag color="error">{text.nobody}</Tag>}
      {marks.has('orphan') && <Tag color="warning">{text.marks.orphan}</Tag>}
      {marks.has('overloaded') && <Tag color="warning">{text.overloaded}</Tag>}
    </li>
  )
}
