import { importRatings, ratingsTemplate } from '@milepost/contract/appraise/ratings'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { en, zh } from './text.ts'

export function ImportRatingsPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const chosen = useChosenCycle()
  const cycleId = chosen.cycle?.cycleId
  return (
    <>
      <PageHead
        title={text.importTitle}
        sentence={text.importSentence}
        back={{ href: '/appraise', text: text.importBack }}
        beside={<CycleChoice chosen={chosen} />}
      />
      {cycleId !== undefined && (
        <Panel>
          <ImportPanel
            send={(file, step) => upload(importRatings, { cycleId, step }, file)}
            template={(language) => download(ratingsTemplate, { cycleId, language })}
            onSaved={() => go(`/appraise?year=${chosen.cycle?.year}`)}
          />
        </Panel>
      )}
    </>
  )
}
