import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useText } from '../../platform/language.tsx'
import { useActor } from '../../platform/session.tsx'
import { OutcomeSheet } from './OutcomeSheet.tsx'
import { en, zh } from './text.ts'

export function MyOutcomePage() {
  const text = useText({ zh, en })
  const { personId } = useActor()
  if (personId !== null) return <OutcomeSheet personId={personId} title={text.title} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <Empty title={text.notPersonTitle} sentence={text.notPerson} />
    </>
  )
}
