import { carryForward, createScorecard } from '@milepost/contract/design/scorecard'
import { Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { en, zh } from './text.ts'

/** A cycle without a scorecard: start from the template, empty, or with an earlier one. */
export function FirstScorecard({ view }: { readonly view: ScorecardView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayEdit = useMay('scorecard.edit')
  const creating = useDo(createScorecard)
  const carrying = useDo(carryForward)
  const { cycleId } = view.cycle
  const busy = creating.busy || carrying.busy
  /** The button that was pressed: it alone turns. */
  const [pressed, setPressed] = useState('')
  const on = (key: string, act: () => void) => ({
    loading: busy && pressed === key,
    disabled: busy && pressed !== key,
    onClick: () => {
      setPressed(key)
      act()
    },
  })
  const earlier = view.otherCycles.filter((cycle) => cycle.scorecardId !== null)
  const refused = creating.refused ?? carrying.refused
  return (
    <>
      {refused !== null && <RefusalNote refused={refused} />}
      <Empty
        title={text.noneTitle(pick(view.cycle.name))}
        sentence={mayEdit ? text.noneSay : text.noneSayOthers}
        next={
          mayEdit && (
            <div className="mp-row" style={{ justifyContent: 'center' }}>
              <Button type="primary" {...on('template', () => creating.start({ cycleId, from: 'template' }))}>
                {text.fromTemplate}
              </Button>
              {earlier.slice(0, 3).map((cycle) => (
                <Button
                  key={cycle.cycleId}
                  {...on(cycle.cycleId, () => cycle.scorecardId !== null && carrying.start({ scorecardId: cycle.scorecardId, cycleId }))}
                >
                  {text.carryFrom(pick(cycle.name))}
                </Button>
              ))}
              <Button {...on('empty', () => creating.start({ cycleId, from: 'empty' }))}>{text.fromEmpty}</Button>
            </div>
          )
        }
      />
    </>
  )
}
