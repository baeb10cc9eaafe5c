import { ALLOWED_PACKAGES, type Place, ROOMS } from './house.ts'

export type Arrow = { readonly from: string; readonly to: string; readonly fromPlace: Place; readonly toPlace: Place }
export type Fault = { readonly file: string; readonly because: string }

const order = (room: string) => ROOMS.findIndex((name) => name === room)
const RANK: Readonly<Record<Place['floor'], number>> = {
  words: 0,
  library: 2,
  engine: 1,
  contract: 2,
  'server-platform': 3,
  'web-platform': 3,
  'web-parts': 4,
  'server-room': 5,
  'web-room': 5,
  'server-roof': 6,
  'web-roof': 6,
  outside: 7,
}

/** Why an arrow may not be drawn, or null. */
export function faultOfArrow({ from, to, fromPlace, toPlace }: Arrow): string | null {
  if (fromPlace.floor === 'outside') return null
  if (toPlace.floor === 'outside') return `imports ${to}, which is outside the house`
  if (isServer(fromPlace) && isWeb(toPlace)) return `server reaches into web: ${to}`
  if (isWeb(fromPlace) && isServer(toPlace)) return `web reaches into server: ${to}`
  if (fromPlace.floor === 'engine' && toPlace.floor === 'engine' && fromPlace.name !== toPlace.name)
    return `engine imports another engine: ${to}`
  if (isPure(fromPlace) && toPlace.floor === 'library') return isTest(from) ? null : `a pure package reads content: ${to}`
  if (isRoom(fromPlace) && isRoom(toPlace) && fromPlace.name !== toPlace.name)
    return faultBetweenRooms(fromPlace.name, to, toPlace.name, from)
  if (toPlace.floor === 'server-roof' && isTest(from)) return null
  if (RANK[toPlace.floor] > RANK[fromPlace.floor]) return `arrow upward: ${to}`
  return null
}

function faultBetweenRooms(fromRoom: string, to: string, toRoom: string, from: string): string | null {
  if (isTest(from)) return null
  if (order(toRoom) > order(fromRoom)) return `room ${fromRoom} reads the later room ${toRoom}`
  const door = `server/${toRoom}/published.ts`
  const webDoor = `web/${toRoom}/published.tsx`
  return to === door || to === webDoor ? null : `room ${fromRoom} reaches into ${toRoom} past its published.ts: ${to}`
}

/** Why an outside package may not be used here, or null. */
export function faultOfPackage(from: string, place: Place, specifier: string): string | null {
  if (!isPure(place) || isTest(from)) return null
  if (specifier.startsWith('node:')) return `pure package imports ${specifier}`
  const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : (specifier.split('/')[0] ?? '')
  return ALLOWED_PACKAGES[place.name]?.includes(name) ? null : `npm package off the allow-list: ${specifier}`
}

export const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file) || file.includes('/testing/')
const isPure = (place: Place) => place.floor === 'words' || place.floor === 'engine' || place.floor === 'contract'
const isRoom = (place: Place) => place.floor === 'server-room' || place.floor === 'web-room'
const isServer = (place: Place) => place.floor.startsWith('server-')
const isWeb = (place: Place) => place.floor.startsWith('web-')
