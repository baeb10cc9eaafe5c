import { STAGES } from '@milepost/terms/cycle'
import { useLocation } from '@tanstack/react-router'
import { PageLink } from '../address.tsx'
import { useHouse, usePages } from '../house.tsx'
import { useLanguage, useText } from '../language.tsx'
import type { RoomPage } from '../pages.ts'
import { useCycle } from '../session.tsx'
import { Mark } from './Mark.tsx'
import { MilepostSign } from './MilepostSign.tsx'
import { type Milepost, pageAt, railPages, road } from './road.ts'
import { en, zh } from './text.ts'

/** The seven rooms in loop order, drawn as a road with mileposts. */
export function Rail() {
  const text = useText({ zh, en })
  return (
    <nav className="mp-rail mp-unprinted" aria-label={text.road}>
      <PageLink href="/" className="mp-rail-mark">
        <Mark />
        <span>{text.product}</span>
      </PageLink>
      <RailList />
    </nav>
  )
}

export function RailList() {
  const text = useText({ zh, en })
  const pages = usePages()
  const cycle = useCycle()
  const { pathname } = useLocation()
  const { useWaiting } = useHouse()
  const waiting = useWaiting()
  const open = pageAt(pages, pathname)
  const institution = railPages(pages, 'institution')
  return (
    <div className="mp-rail-list">
      <PageLink href="/" className="mp-rail-today" aria-current={pathname === '/' ? 'page' : undefined}>
        {text.today}
        {waiting !== null && waiting > 0 && (
          <span className="mp-count" title={text.waiting(waiting)}>
            {waiting}
          </span>
        )}
      </PageLink>
      <ol className="mp-road">
        {road(pages, cycle?.stage ?? null).map((milepost) => (
          <RoomOnRoad key={milepost.stage} milepost={milepost} open={open} />
        ))}
      </ol>
      {institution.length > 0 && (
        <div className="mp-rail-institution">
          <span className="mp-rail-heading">{text.institution}</span>
          <PageList pages={institution} open={open} />
        </div>
      )}
    </div>
  )
}

function RoomOnRoad({ milepost, open }: { readonly milepost: Milepost; readonly open: RoomPage | undefined }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { stage, number, at, pages } = milepost
  const first = pages[0]
  const isOpen = open?.stage === stage
  const content = (
    <>
      <MilepostSign number={number} at={at} />
      <span className="mp-room-name">{pick(STAGES[stage])}</span>
      {at === 'here' && <span className="mp-here">{text.here}</span>}
    </>
  )
  return (
    <li className="mp-room" data-open={isOpen} data-at={at}>
      {first === undefined ? (
        <span className="mp-room-line" data-closed="true">
          {content}
        </span>
      ) : (
        <PageLink href={first.path} className="mp-room-line" aria-current={isOpen ? 'true' : undefined}>
          {content}
        </PageLink>
      )}
      {isOpen && pages.length > 0 && <PageList pages={pages} open={open} />}
    </li>
  )
}

function PageList({ pages, open }: { readonly pages: readonly RoomPage[]; readonly open: RoomPage | undefined }) {
  const { pick } = useLanguage()
  return (
    <ul className="mp-room-pages">
      {pages.map((page) => (
        <li key={page.path}>
          <PageLink href={page.path} aria-current={page.path === open?.path ? 'page' : undefined}>
            {pick(page.title)}
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
