import { exportAnswers, exportCodebook, readStatistics } from '@milepost/contract/diagnose/statistics'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import { ChangePanel } from './ChangePanel.tsx'
import { CrossPanel } from './CrossPanel.tsx'
import { DifferencesPanel } from './DifferencesPanel.tsx'
import { FactorsPanel } from './FactorsPanel.tsx'
import { PrioritiesPanel } from './PrioritiesPanel.tsx'
import { QualityPanel } from './QualityPanel.tsx'
import { ReleasedPanel } from './ReleasedPanel.tsx'
import { ReliabilityPanel } from './ReliabilityPanel.tsx'
import { en, zh } from './text.ts'
import { WeightsPanel } from './WeightsPanel.tsx'
import '../diagnose.css'

export function StatisticsPage() {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const waveId = useParam('waveId')
  const statistics = useAsk(readStatistics, { waveId })
  const mayExport = useMay('answers.export')
  const fetching = useDoing(async (format: 'csv' | 'xlsx' | 'sav' | 'codebook' | 'personal') =>
    saveFile(
      await (format === 'codebook'
        ? download(exportCodebook, { waveId, language })
        : download(
            exportAnswers,
            format === 'personal' ? { waveId, format: 'xlsx', language, personal: 'with' } : { waveId, format, language },
          )),
    ),
  )
  const formats = mayExport
    ? (['xlsx', 'csv', 'sav', ...(statistics.personalItems > 0 ? (['personal'] as const) : []), 'codebook'] as const)
    : (['codebook'] as const)
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: `/diagnose/${waveId}`, text: text.back }}
        primary={<PrintButton />}
        more={formats.map((format) => ({ key: format, text: text.exports[format], onClick: () => fetching.start(format) }))}
      />
      {fetching.refused && <RefusalNote refused={fetching.refused} />}
      {statistics.answers === 0 ? (
        <Empty title={text.none} sentence={text.noneSay} />
      ) : (
        <>
          <ReliabilityPanel statistics={statistics} />
          <FactorsPanel waveId={waveId} />
          <DifferencesPanel waveId={waveId} />
          <CrossPanel waveId={waveId} />
          <PrioritiesPanel priorities={statistics.priorities} />
          <ChangePanel waveId={waveId} />
          {statistics.weights && <WeightsPanel weights={statistics.weights} />}
          <QualityPanel quality={statistics.quality} />
          <ReleasedPanel released={statistics.released} />
        </>
      )}
    </>
  )
}
