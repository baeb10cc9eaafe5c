import { Alert, Button } from 'antd'
import { useText } from '../../platform/language.tsx'
import { LineDifferences } from './LineDifferences.tsx'
import { en, zh } from './text.ts'
import type { CardConflict } from './useCardDraft.ts'

/** Somebody else saved the same card: what differs, and the two ways on. Nothing has been overwritten. */
export function ConflictPanel({ conflict }: { readonly conflict: CardConflict }) {
  const text = useText({ zh, en })
  return (
    <Alert
      type="warning"
      showIcon
      title={text.conflict(conflict.by)}
      description={
        <div className="mp-stack">
          <span>{text.conflictSay}</span>
          <div className="mp-conflict">
            <LineDifferences lines={conflict.lines} here={text.conflictMine} there={text.conflictTheirs} />
            {conflict.lines.length === 0 && <p>{text.conflictNone}</p>}
          </div>
          <div className="mp-row">
            <Button type="primary" onClick={conflict.putMineOnTop}>
              {text.mineOnTop}
            </Button>
            <Button onClick={conflict.takeTheirs}>{text.takeTheirs}</Button>
          </div>
        </div>
      }
    />
  )
}
