import { readCarriers } from '@milepost/contract/design/cascade'
import { Button, Input, Segmented } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CarrierLines } from './CarrierLines.tsx'
import { type CarrierNode, carrierTree, countMarks, MARKS, shownNodes } from './carriers.ts'
import { en, zh } from './text.ts'

/** From objective to person on one screen: who carries what, what nobody carries, what serves nothing, who carries too much. */
export function CarriersPanel({ scorecardId }: { readonly scorecardId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const carriers = useAsk(readCarriers, { scorecardId })
  const [asked, setMark] = useAddressValue('mark')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const tree = useMemo(() => carrierTree(carriers), [carriers])
  const counts = useMemo(() => countMarks(tree), [tree])
  const mark = MARKS.find((one) => one === asked) ?? null
  const sought = useDeferredValue(typed.trim().toLowerCase())
  const wordsOf = useMemo(() => wordsIn(carriers, pick), [carriers, pick])
  const shown = useMemo(() => {
    const fits = (node: CarrierNode) => (mark === null || node.marks.has(mark)) && (sought === '' || wordsOf(node).includes(sought))
    return shownNodes(tree, { isOpen: ({ key }) => open.has(key), fits: mark === null && sought === '' ? null : fits })
  }, [tree, open, mark, sought, wordsOf])
  const all = carriers.objectives.length + carriers.lines.length + carriers.goals.length
  const toggle = (key: string) => {
    const next = new Set(open)
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  return (
    <Panel title={text.carriers} sentence={text.carriersSay} acts={<PrintButton />}>
      <div className="mp-row" style={{ marginBottom: 10 }}>
        <Segmented
          aria-label={text.carriers}
          value={mark ?? 'all'}
          options={[
            { value: 'all', label: text.marks.all },
            ...MARKS.map((value) => ({ value, label: text.markCount(text.marks[value], counts[value]) })),
          ]}
          onChange={(value) => setMark(value === 'all' ? null : value)}
        />
        <Input.Search
          allowClear
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          style={{ maxWidth: 300 }}
        />
        <Button onClick={() => setOpen(open.size > 0 ? new Set() : new Set(keysOf(tree)))}>
          {open.size > 0 ? text.closeAll : text.openAll}
        </Button>
        <span className="mp-soft" role="status">
          {text.shown(shown.length, all)}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="mp-soft">{text.nothing}</p>
      ) : (
        <CarrierLines
          carriers={carriers}
          shown={shown}
          isOpen={(key) => open.has(key) || mark !== null || sought !== ''}
          onToggle={toggle}
        />
      )}
    </Panel>
  )
}

const keysOf = (nodes: readonly CarrierNode[]): string[] =>
  nodes.flatMap((node) => (node.below.length === 0 ? [] : [node.key, ...keysOf(node.below)]))

/** What a line can be found by, in the reader's language. */
function wordsIn(carriers: ReturnType<typeof useAsk<typeof readCarriers>>, pick: (text: { zh: string; en: string }) => string) {
  return ({ line, goal, objective }: CarrierNode): string => {
    const holder = carriers.holders[line?.h ?? goal?.h ?? -1]
    const measure = line ? carriers.measures[line.m] : undefined
    const top = line === null && goal === null && objective !== null ? carriers.objectives[objective] : undefined
    const parts = [
      holder && pick(holder.name),
      measure && `${measure.code} ${pick(measure.name)}`,
      top && `${top.code} ${pick(top.name)}`,
      goal && pick(goal.title),
    ]
    return parts.filter(Boolean).join(' ').toLowerCase()
  }
}
