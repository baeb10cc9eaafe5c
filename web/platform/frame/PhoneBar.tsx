import { CheckSquareOutlined, HomeOutlined, IdcardOutlined, MenuOutlined } from '@ant-design/icons'
import { useLocation } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import { PageLink } from '../address.tsx'
import { useHouse, usePages } from '../house.tsx'
import { useText } from '../language.tsx'
import { RailList } from './Rail.tsx'
import { en, zh } from './text.ts'

/** The bottom bar of a phone: Today, My card, Tasks, More. */
export function PhoneBar() {
  const text = useText({ zh, en })
  const myCard = usePages().find(({ phone }) => phone === 'my-card')
  const { useWaiting } = useHouse()
  const waiting = useWaiting()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const { href } = useLocation()
  const open = openAt === href
  return (
    <>
      <nav className="mp-phone-bar mp-unprinted" aria-label={text.more}>
        <Place href="/" icon={<HomeOutlined aria-hidden />} text={text.today} />
        {myCard !== undefined && <Place href={myCard.path} icon={<IdcardOutlined aria-hidden />} text={text.myCard} />}
        <Place href="/tasks" icon={<CheckSquareOutlined aria-hidden />} text={text.tasks} count={waiting ?? 0} />
        <button type="button" aria-expanded={open} onClick={() => setOpenAt(open ? null : href)}>
          <MenuOutlined aria-hidden />
          <span>{text.more}</span>
        </button>
      </nav>
      <Drawer open={open} onClose={() => setOpenAt(null)} placement="left" size="86vw" title={text.product}>
        <nav aria-label={text.road}>
          <RailList />
        </nav>
      </Drawer>
    </>
  )
}

type PlaceProps = { readonly href: string; readonly icon: ReactNode; readonly text: string; readonly count?: number }

function Place({ href, icon, text, count = 0 }: PlaceProps) {
  const { pathname } = useLocation()
  return (
    <PageLink href={href} aria-current={pathname === href ? 'page' : undefined}>
      {icon}
      <span>{text}</span>
      {count > 0 && <span className="mp-count">{count}</span>}
    </PageLink>
  )
}
