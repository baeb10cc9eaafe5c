import type { OneTimeLink } from '@milepost/contract/institution/accounts'
import { Button, Modal, QRCode } from 'antd'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

const addressOf = (link: OneTimeLink) => `${window.location.origin}${link.path}`

/** Slips to print and cut: shown this once. */
export function LinksDialog({ links, onClose }: { readonly links: readonly OneTimeLink[]; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Modal
      open
      title={text.linksTitle(links.length)}
      mask={{ closable: false }}
      onCancel={onClose}
      width={980}
      footer={[
        <Button key="close" onClick={onClose}>
          {text.close}
        </Button>,
        <Button key="print" type="primary" onClick={() => window.print()}>
          {text.print}
        </Button>,
      ]}
    >
      <p className="mp-unprinted">{text.linksSay}</p>
      <ul className="mp-slips">
        {links.map((link) => (
          <li key={link.accountId}>
            <QRCode value={addressOf(link)} type="svg" size={104} bordered={false} aria-hidden />
            <div>
              <strong>{link.displayName}</strong> {link.unit !== null && <span className="mp-soft">{pick(link.unit)}</span>}
              <div>
                {text.username}: {link.username}
              </div>
              <code>{addressOf(link)}</code>
              <div className="mp-field-hint">
                {text.slip} · {text.linkUntil(dayOf(link.expiresAt))}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
