import { Button } from 'antd'
import { useText } from '../../platform/language.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { Panel } from '../Panel.tsx'
import { PrintButton } from '../PrintButton.tsx'
import { LinkSlip } from './LinkSlip.tsx'
import { en, zh } from './text.ts'

/** Links just made: shown once. */
export type Issued = readonly { readonly invitationId: string; readonly name: string; readonly stratum: string; readonly path: string }[]

/** The links just made: to print one slip a person, or to take away as a table. */
export function LinksPanel({ issued }: { readonly issued: Issued }) {
  const text = useText({ zh, en })
  const table = () => {
    const lines = issued.map((one) => [one.name, one.stratum, `${window.location.origin}${one.path}`].map(quoted).join(','))
    const csv = `\uFEFF${[text.name, text.group, 'URL'].map(quoted).join(',')}\r\n${lines.join('\r\n')}\r\n`
    saveFile({ blob: new Blob([csv], { type: 'text/csv' }), fileName: 'links.csv' })
  }
  return (
    <Panel
      title={text.made(issued.length)}
      sentence={text.says}
      acts={
        <>
          <Button onClick={table}>{text.csv}</Button>
          <PrintButton />
        </>
      }
    >
      <div className="mp-tickets">
        {issued.map((one) => (
          <LinkSlip key={one.invitationId} name={one.name} path={one.path} once />
        ))}
      </div>
    </Panel>
  )
}

/** A name that starts like a formula is disarmed. */
const quoted = (cell: string) => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
