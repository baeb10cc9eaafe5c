import { useEffect, useState } from 'react'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import './links.css'

type LinkSlipProps = { readonly name: string; readonly path: string; readonly once: boolean }

/** A link as a person gets it: a QR code and the address, to cut out. */
export function LinkSlip({ name, path, once }: LinkSlipProps) {
  const text = useText({ zh, en })
  const address = `${window.location.origin}${path}`
  const [picture, setPicture] = useState('')
  useEffect(() => {
    void import('qrcode').then(async ({ default: qr }) =>
      setPicture(await qr.toDataURL(address, { margin: 1, width: 224, errorCorrectionLevel: 'M' })),
    )
  }, [address])
  return (
    <div className="mp-ticket-slip">
      {picture !== '' && <img src={picture} alt={address} />}
      <div>
        {name !== '' && <strong>{name}</strong>}
        <div>{text.scan}</div>
        <code>{address}</code>
        {once && <small>{text.once}</small>}
      </div>
    </div>
  )
}
