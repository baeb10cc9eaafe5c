import { approvePool, computePool, exportPayroll, readPool } from '@milepost/contract/reward/pools'
import { Alert, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { percentOfBasisPoints, yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { dayOf, minuteOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useActor, useMay } from '../../platform/session.tsx'
import { CorrectionPanel } from '../correction/CorrectionPanel.tsx'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { LinesPanel } from './LinesPanel.tsx'
import { PicturesPanel } from './PicturesPanel.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { SignaturesPanel } from './SignaturesPanel.tsx'
import { TrialGround, TrialNote } from './TrialNotes.tsx'
import { en, zh } from './text.ts'
import { faultsAt, findingsOf, onEarlier, type PoolView, shownOf, tryOut } from './trial.ts'
import { useDraft } from './useDraft.ts'
import { VariantPanel } from './VariantPanel.tsx'

export function PoolPage() {
  const view = useAsk(readPool, { poolId: useParam('poolId') })
  return <PoolDesk key={view.pool.poolId} view={view} />
}

function PoolDesk({ view }: { readonly view: PoolView }) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const { pool, latest, approval, readiness } = view
  const mayEdit = useMay('pool.edit') && approval === null
  const mayApprove = useMay('pool.approve') && approval === null && latest !== null
  const actor = useActor()
  const hasSigned = view.signed.some((one) => one.accountId === actor.accountId)
  const [approving, setApproving] = useState(false)
  const { draft, change, saving, refused, version } = useDraft(view)
  const later = useDeferredValue(draft)
  const [asked, setAsked] = useState<'own' | 'earlier'>('own')
  const earlier = readiness.appraised === 0 || asked === 'earlier' ? view.earlier : null
  const mark = earlier && text.onEarlier(earlier.year, pool.year)
  const seen = useMemo(() => (earlier ? onEarlier(view) : view), [view, earlier])
  const trial = useMemo(() => tryOut(seen, later), [seen, later])
  const shown = useMemo(() => shownOf(seen, trial), [seen, trial])
  const findings = useMemo(() => findingsOf(view.mustCut, draft), [view.mustCut, draft])
  const faults = useMemo(() => faultsAt(findings, trial), [findings, trial])
  const isUnfit = approval === null && findings.some(({ severity }) => severity === 'blocks')
  const computing = useDo(computePool)
  const exporting = useDoing(async () => saveFile(await download(exportPayroll, { poolId: pool.poolId, language })))
  const ready = readiness.final === readiness.appraised && readiness.appraised > 0

  const compute = (
    <Button
      type="primary"
      loading={computing.busy}
      disabled={saving !== 'saved' || trial?.kind !== 'shared'}
      onClick={() => computing.start({ poolId: pool.poolId, version: version() })}
    >
      {text.compute}
    </Button>
  )
  const approve = (
    <Button type="primary" disabled={!ready || view.changedSince || !view.rules?.same || hasSigned} onClick={() => setApproving(true)}>
      {text.approve}
    </Button>
  )
  const payroll = (
    <Button type="primary" loading={exporting.busy} onClick={() => exporting.start(undefined)}>
      {text.payroll}
    </Button>
  )
  return (
    <>
      <PageHead
        title={pick(pool.name)}
        sentence={approval ? text.sentenceApproved : text.sentence}
        back={{ href: `/reward?year=${pool.year}`, text: text.back }}
        beside={[text.states[pool.state], ...(isUnfit ? [text.draftOnly] : []), ...(mayEdit ? [text.saving[saving]] : [])].join(' · ')}
        primary={approval ? payroll : earlier ? undefined : mayApprove ? approve : mayEdit ? compute : undefined}
        more={[{ key: 'print', text: text.print, onClick: () => window.print() }]}
      />
      <div className="mp-stack">
        {[refused, computing.refused, exporting.refused].map((one) => one && <RefusalNote key={one.code} refused={one} />)}
        {approval && (
          <Alert
            type="success"
            showIcon
            title={text.approvedSays(approval.approvedBy, dayOf(approval.approvedAt))}
            description={text.reasonSaid(approval.reason)}
          />
        )}
        {!approval && !ready && readiness.appraised > 0 && (
          <Alert
            type="info"
            showIcon
            title={text.notFinal(readiness.appraised - readiness.final, readiness.appraised)}
            description={
              !earlier && readiness.decided < readiness.appraised ? text.undecided(readiness.appraised - readiness.decided) : undefined
            }
          />
        )}
        {view.changedSince && <Alert type="warning" showIcon title={text.changedSince} />}
        {seen.basis && seen.basis.calendarMissing !== null && (
          <Alert type="warning" showIcon title={text.calendarMissing(seen.basis.calendarMissing)} />
        )}
        {view.earlier && <TrialGround view={view} earlier={view.earlier} stands={earlier ? 'earlier' : 'own'} onStand={setAsked} />}
        <TrialNote trial={trial} />
        {shown && (
          <Panel
            title={mark ?? (shown.standing === 'trial' ? text.trial : text.kept(latest?.no ?? 0))}
            sentence={text.sumHolds(
              yuanOfFen(shown.picture.linesFen),
              yuanOfFen(shown.picture.reserveFen),
              yuanOfFen(shown.picture.amountFen),
            )}
          >
            <Facts
              large
              facts={[
                { key: 'total', name: text.total, value: yuanOfFen(shown.picture.amountFen) },
                {
                  key: 'reserve',
                  name: text.reserve,
                  value: yuanOfFen(shown.picture.reserveFen),
                  note: percentOfBasisPoints(pool.reserveBp),
                },
                { key: 'shared', name: text.shared, value: yuanOfFen(shown.picture.linesFen) },
                { key: 'people', name: text.people, value: shown.picture.lines.length },
              ]}
            />
          </Panel>
        )}
        {approval && <CorrectionPanel poolId={pool.poolId} year={pool.year} />}
        {latest && <SignaturesPanel view={view} />}
        <SettingsPanel view={view} draft={draft} findings={findings} faults={faults} onChange={mayEdit ? change : null} />
        {trial?.kind === 'shared' && (
          <VariantPanel
            key={earlier?.year}
            view={seen}
            draft={later}
            picture={trial.picture}
            mark={mark}
            onAdopt={mayEdit ? change : null}
          />
        )}
        {shown && <PicturesPanel picture={shown.picture} mark={mark} />}
        {shown && (
          <LinesPanel
            shown={shown}
            marked={earlier && mark ? { mark, fileName: text.trialFile(earlier.year, pool.year) } : null}
            hrefOf={approval ? (personId) => `/reward/people/${personId}?year=${pool.year}` : null}
          />
        )}
        {shown && shown.picture.warnings.length > 0 && (
          <Panel title={text.warnings}>
            <ul>
              {shown.picture.warnings.map((warning) => (
                <li key={warning.zh}>{pick(warning)}</li>
              ))}
            </ul>
          </Panel>
        )}
        {view.computations.length > 0 && (
          <Panel title={text.history}>
            <DataTable
              label={text.history}
              plain
              onPhone="cards"
              rows={view.computations}
              rowKey={(row) => String(row.no)}
              columns={[
                { key: 'no', title: text.computation, value: (row) => text.kept(row.no) },
                {
                  key: 'at',
                  title: text.computedAt,
                  value: (row) => row.computedAt,
                  show: (row) => minuteOf(row.computedAt),
                },
                { key: 'by', title: text.computedBy, value: (row) => row.computedBy },
                {
                  key: 'shared',
                  title: text.shared,
                  kind: 'number',
                  value: (row) => row.distributedFen,
                  show: (row) => yuanOfFen(row.distributedFen),
                },
                { key: 'hash', title: text.hash, value: (row) => row.inputHash, show: (row) => <code>{row.inputHash.slice(0, 12)}</code> },
              ]}
            />
          </Panel>
        )}
      </div>
      {approving && latest && (
        <ReasonDialog
          endpoint={approvePool}
          inputOf={(reason) => ({ poolId: pool.poolId, no: latest.no, reason })}
          title={`${text.approve} · ${text.kept(latest.no)}`}
          okText={text.approve}
          says={text.approveSays}
          label={text.reasonLabel}
          onClose={() => setApproving(false)}
        />
      )}
    </>
  )
}
