import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useText } from '../../platform/language.tsx'
import { useActor } from '../../platform/session.tsx'
import { AppraisalSheet } from './AppraisalSheet.tsx'
import { en, zh } from './text.ts'

export function MyAppraisalPage() {
  const text = useText({ zh, en })
  const { personId } = useActor()
  if (personId === null) {
    return (
      <>
        <PageHead title={text.mine} sentence={text.sentence} />
        <Empty title={text.emptyTitle} sentence={text.notPerson} />
      </>
    )
  }
  return <AppraisalSheet personId={personId} title={text.mine} />
}
