import type { Actor } from '@milepost/access/actor'
import { mayByRole } from '@milepost/access/may'
import type { Permission } from '@milepost/access/permissions'
import type { Bilingual } from '@milepost/terms/bilingual'
import { type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react'
import type { RoomPage } from './pages.ts'
import { type Session, useActor } from './session.tsx'

export type Found = { readonly key: string; readonly text: Bilingual; readonly note?: Bilingual; readonly href: string }

/** A room's way to be found by the search box: people, measures, units. */
export type Searcher = {
  readonly key: string
  readonly title: Bilingual
  readonly permission: Permission
  readonly find: (words: string, actor: Actor) => Promise<readonly Found[]>
}

/** What the rooms bring to the frame. The frame knows no room. */
export type House = {
  readonly pages: readonly RoomPage[]
  readonly searchers: readonly Searcher[]
  readonly SignIn: ComponentType
  /** Covers the page of somebody whose session has ended. */
  readonly SignInAgain: ComponentType<{ readonly ended: Session }>
  readonly PasswordDialog: ComponentType<{ readonly onClose: () => void }>
  /** How many things wait for the person; null while unknown. */
  readonly useWaiting: () => number | null
}

const HouseContext = createContext<House | null>(null)

export function HouseProvider({ house, children }: { readonly house: House; readonly children: ReactNode }) {
  return <HouseContext value={house}>{children}</HouseContext>
}

export function useHouse(): House {
  const house = useContext(HouseContext)
  if (house === null) throw new Error('useHouse outside HouseProvider')
  return house
}

/** The pages this person may see. */
export function usePages(): readonly RoomPage[] {
  const { pages } = useHouse()
  const actor = useActor()
  return useMemo(() => pagesFor(actor, pages), [actor, pages])
}

function pagesFor(actor: Actor, pages: readonly RoomPage[]): readonly RoomPage[] {
  return pages.filter(({ permission }) => mayByRole(actor, permission))
}
