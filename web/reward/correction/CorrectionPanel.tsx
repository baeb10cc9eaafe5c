import type { OutputOf } from '@milepost/contract/endpoint'
import { exportSettlement, readCorrections } from '@milepost/contract/reward/corrections'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Facts } from '../../parts/Facts.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import { CorrectionLines } from './CorrectionLines.tsx'
import { SettleDialog } from './SettleDialog.tsx'
import { sumOf } from './sumOf.ts'
import './correction.css'
import { en, zh } from './text.ts'

type Corrections = OutputOf<typeof readCorrections>
type Open = NonNullable<Corrections['open']>
type CorrectionPanelProps = { readonly poolId: string; readonly year: number }

/** What was decided on corrections of an approved pool, by whom and when, and what waits to be decided. */
export function CorrectionPanel({ poolId, year }: CorrectionPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(readCorrections, { poolId })
  if (!answer) return refused ? <RefusalNote refused={refused} /> : null
  const { open, settled } = answer
  const last = settled.at(-1)
  return (
    <Panel title={text.title} sentence={text.sentence}>
      <div className="mp-stack">
        <Facts
          facts={[
            { key: 'reserve', name: text.reserveLeft, value: yuanOfFen(answer.reserveFen) },
            { key: 'settled', name: text.settlements, value: text.times(settled.length) },
            { key: 'paid', name: text.paidLater, value: yuanOfFen(settled.reduce((total, one) => total + one.paidFen, 0)) },
            { key: 'open', name: text.opens, value: open ? text.waiting(sumOf(open.lines).corrected) : text.nothingOpen },
          ]}
        />
        {answer.refused && !open && <Alert type="warning" showIcon title={pick(answer.refused)} />}
        {!open && !answer.refused && <p>{last ? text.noneSince(last.no, dayOf(last.approvedAt)) : text.none}</p>}
        {open && <OpenPart poolId={poolId} open={open} year={year} />}
        {settled.toReversed().map((one) => (
          <SettledPart key={one.no} poolId={poolId} settled={one} year={year} />
        ))}
      </div>
    </Panel>
  )
}

type OpenPartProps = { readonly poolId: string; readonly open: Open; readonly year: number }

function OpenPart({ poolId, open, year }: OpenPartProps) {
  const text = useText({ zh, en })
  const mayApprove = useMay('pool.approve')
  const [settling, setSettling] = useState(false)
  const { raised, lowered, unchanged } = sumOf(open.lines)
  const titles = [
    ...(raised > 0 ? [text.open(raised, yuanOfFen(open.paidFen))] : []),
    ...(lowered > 0 ? [text.lowered(lowered, yuanOfFen(open.loweredFen))] : []),
    ...(raised + lowered === 0 ? [text.moved(unchanged)] : []),
  ]
  const says = [
    ...(open.shortFen > 0 ? [text.short(yuanOfFen(open.shortFen))] : []),
    ...(open.shortFen === 0 && raised > 0 ? [text.after(yuanOfFen(open.reserveAfterFen))] : []),
    ...(open.othersFen < 0 ? [text.others(yuanOfFen(-open.othersFen))] : []),
    ...(open.othersFen > 0 ? [text.othersMore(yuanOfFen(open.othersFen))] : []),
    text.decides,
  ]
  return (
    <>
      <Alert
        type={open.shortFen > 0 ? 'warning' : 'info'}
        showIcon
        title={titles.map((title) => <div key={title}>{title}</div>)}
        description={says.map((one) => <div key={one}>{one}</div>)}
        action={
          mayApprove ? (
            <Button type="primary" onClick={() => setSettling(true)}>
              {open.paidFen === 0 ? text.record : text.settle}
            </Button>
          ) : undefined
        }
      />
      <CorrectionLines label={text.openTitle} lines={open.lines} year={year} />
      {settling && <SettleDialog poolId={poolId} open={open} onClose={() => setSettling(false)} />}
    </>
  )
}

type SettledPartProps = { readonly poolId: string; readonly settled: Corrections['settled'][number]; readonly year: number }

function SettledPart({ poolId, settled: one, year }: SettledPartProps) {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const exporting = useDoing(async () => saveFile(await download(exportSettlement, { poolId, no: one.no, language })))
  const { raised, lowered, loweredFen, corrected } = sumOf(one.lines)
  const title = text.settled(one.no, one.approvedBy, dayOf(one.approvedAt))
  const paid =
    raised > 0
      ? text.settledPaid(raised, yuanOfFen(one.paidFen), yuanOfFen(one.reserveBeforeFen), yuanOfFen(one.reserveAfterFen))
      : text.settledNone(corrected)
  return (
    <section className="mp-settled">
      <h3>{title}</h3>
      <p>
        {paid} {one.addedFen > 0 && `${text.settledAdded(yuanOfFen(one.addedFen))} `}
        {lowered > 0 && text.settledLowered(lowered, yuanOfFen(loweredFen))}
      </p>
      <p>{text.grounds(one.reason)}</p>
      {exporting.refused && <RefusalNote refused={exporting.refused} />}
      {raised > 0 && (
        <Button loading={exporting.busy} onClick={() => exporting.start(undefined)}>
          {text.export}
        </Button>
      )}
      <CorrectionLines label={title} lines={one.lines} year={year} />
    </section>
  )
}
