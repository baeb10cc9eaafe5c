import { WORKED_CASES } from '@milepost/scorecard/worked/workedCases'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { PageLink, useAddressValue } from '../../platform/address.tsx'
import { useText } from '../../platform/language.tsx'
import './worked.css'
import { CaseDesk } from './CaseDesk.tsx'
import { CaseList } from './CaseList.tsx'
import { en, zh } from './text.ts'

/** The numbered cases of the scoring rules: all of them in a list, or one of them to be tried. */
export function WorkedCasesPage() {
  const text = useText({ zh, en })
  const [code] = useAddressValue('case')
  const chosen = WORKED_CASES.find((one) => one.code === code)
  if (code === null) return <CaseList />
  if (chosen) return <CaseDesk key={chosen.code} of={chosen} />
  return (
    <>
      <PageHead title={text.title} sentence={text.trySays} />
      <Empty title={text.unknown} sentence={code} next={<PageLink href="/design/worked-cases">{text.list}</PageLink>} />
    </>
  )
}
