import { exportBudgetForm, exportCards, exportScheme, schemeSchema } from '@milepost/contract/design/exchange'
import { Button } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useDoing } from '../../platform/asking.ts'
import { type Downloaded, download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { en, zh } from './text.ts'

/** The scheme as files: to be edited and brought in again, for another program, and for the finance bureau. */
export function ExportPanel({ scorecardId }: { readonly scorecardId: string }) {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const taking = useDoing(async (take: () => Promise<Downloaded>) => saveFile(await take()))
  const files = [
    { key: 'cards', take: () => download(exportCards, { scorecardId, language }) },
    { key: 'all', take: () => download(exportCards, { scorecardId, language, people: 'yes' }) },
    { key: 'json', take: () => download(exportScheme, { scorecardId }) },
    { key: 'schema', take: () => download(schemeSchema, {}) },
    { key: 'budget', take: () => download(exportBudgetForm, { scorecardId, language }) },
  ] as const
  return (
    <Panel title={text.exportTitle} sentence={text.exportSay}>
      {taking.refused !== null && <RefusalNote refused={taking.refused} />}
      <ul className="mp-exports">
        {files.map(({ key, take }) => (
          <li key={key}>
            <Button onClick={() => taking.start(take)} disabled={taking.busy}>
              {text.exports[key].name}
            </Button>
            <span className="mp-soft">{text.exports[key].say}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
