import { downloadArchivePart, planArchive } from '@milepost/contract/appraise/papers'
import { Alert, Modal, Progress } from 'antd'
import { useRef, useState } from 'react'
import { useAskMaybe } from '../../platform/asking.ts'
import { type CallRefused, download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'

const zh = {
  title: '整周期归档包',
  says: (people: number) =>
    `含公示件、汇总备案表、规范核对报告、考核委员会会议纪要和 ${people} 人的全部表单（登记表、平时记录、告知书、申请书、面谈记录、聘期与专项考核登记表），附每个文件的 SHA-256 清单和总清单。每一部分清单的校验值同时记入审计记录，可供核对。`,
  start: '开始生成',
  stop: '停止',
  close: '关闭',
  at: (done: number, all: number) => `已完成 ${done} / ${all} 部分`,
  stopped: '已停止，没有保存文件。',
  done: (files: number) => `已生成，共 ${files} 个文件。`,
}
const en: typeof zh = {
  title: 'Archive of the whole cycle',
  says: (people) =>
    `The notice, the summary for filing, the norm report, the minutes of the committee, and every paper of ${people} people, with the SHA-256 of each file in lists and a manifest. The hash of each list is kept in the audit trail, so that it can be checked.`,
  start: 'Make it',
  stop: 'Stop',
  close: 'Close',
  at: (done, all) => `${done} of ${all} parts`,
  stopped: 'Stopped; no file was saved.',
  done: (files) => `Made, ${files} files in all.`,
}

type State =
  | { readonly kind: 'ready' | 'stopped' }
  | { readonly kind: 'at'; readonly part: number }
  | { readonly kind: 'done'; readonly files: number }
  | { readonly kind: 'refused'; readonly refused: CallRefused }

type ArchiveDialogProps = { readonly cycleId: string; readonly year: number; readonly onClose: () => void }

/** Fetched part by part with progress, put together here with one manifest; stopping keeps nothing. */
export function ArchiveDialog({ cycleId, year, onClose }: ArchiveDialogProps) {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const plan = useAskMaybe(planArchive, { cycleId }).answer
  const [state, setState] = useState<State>({ kind: 'ready' })
  const going = useRef({ isStopped: false })
  const parts = plan?.parts ?? 0
  const isBusy = state.kind === 'at'
  const make = async () => {
    const run = { isStopped: false }
    going.current = run
    const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate')
    const kept: Record<string, Uint8Array> = {}
    for (let part = 0; part < parts; part++) {
      setState({ kind: 'at', part })
      const { blob } = await download(downloadArchivePart, { cycleId, part, language })
      // stopped, or another one has begun since
      if (run.isStopped) return
      Object.assign(kept, unzipSync(new Uint8Array(await blob.arrayBuffer())))
    }
    const listed = Object.entries(kept)
      .filter(([name]) => name.startsWith('SHA256-'))
      .flatMap(([list, bytes]) =>
        strFromU8(bytes)
          .trim()
          .split('\n')
          .map((line) => ({ list, sha256: line.slice(0, 64), file: line.slice(66) })),
      )
    const manifest = { cycle: year, language, people: plan?.people ?? 0, files: listed }
    const bytes = zipSync({ ...kept, 'manifest.json': strToU8(JSON.stringify(manifest, null, 2)) }, { level: 0 })
    saveFile({ blob: new Blob([new Uint8Array(bytes)], { type: 'application/zip' }), fileName: `archive-${year}.zip` })
    setState({ kind: 'done', files: listed.length })
  }
  const stop = () => {
    going.current.isStopped = true
    if (isBusy) setState({ kind: 'stopped' })
    else onClose()
  }
  return (
    <Modal
      open
      title={`${text.title} ${year}`}
      okText={text.start}
      cancelText={isBusy ? text.stop : text.close}
      // a dialog whose confirmation is loading hears no cancelling
      okButtonProps={{ disabled: plan === null, loading: isBusy }}
      onOk={() => void make().catch((refused: CallRefused) => setState({ kind: 'refused', refused }))}
      onCancel={stop}
    >
      <p>{plan && text.says(plan.people)}</p>
      {isBusy && (
        <>
          <Progress percent={Math.round((state.part * 100) / Math.max(1, parts))} />
          <p aria-live="polite">{text.at(state.part, parts)}</p>
        </>
      )}
      {state.kind === 'stopped' && <Alert type="info" showIcon title={text.stopped} />}
      {state.kind === 'done' && <Alert type="success" showIcon title={text.done(state.files)} />}
      {state.kind === 'refused' && <RefusalNote refused={state.refused} />}
    </Modal>
  )
}
