/** Stretches of road by station: about 1,000 km of classes 1 to 4, surveyed in pieces of five kilometres. */
type Road = {
  readonly route: string
  readonly roadClass: 'class-1' | 'class-2' | 'class-3' | 'class-4'
  readonly km: number
  /** From here on the pavement is concrete. */
  readonly concreteFromKm: number | null
}

export const ROADS: Readonly<Record<string, readonly Road[]>> = {
  DH: [
    { route: 'G568', roadClass: 'class-1', km: 40, concreteFromKm: null },
    { route: 'S317', roadClass: 'class-2', km: 90, concreteFromKm: 80 },
    { route: 'X201', roadClass: 'class-3', km: 40, concreteFromKm: 20 },
  ],
  XS: [
    { route: 'G569', roadClass: 'class-1', km: 20, concreteFromKm: null },
    { route: 'S318', roadClass: 'class-2', km: 85, concreteFromKm: null },
    { route: 'X202', roadClass: 'class-3', km: 60, concreteFromKm: 30 },
  ],
  NP: [
    { route: 'S319', roadClass: 'class-2', km: 95, concreteFromKm: 85 },
    { route: 'X203', roadClass: 'class-3', km: 70, concreteFromKm: 35 },
  ],
  BY: [
    { route: 'G570', roadClass: 'class-1', km: 20, concreteFromKm: null },
    { route: 'S320', roadClass: 'class-2', km: 80, concreteFromKm: null },
    { route: 'X204', roadClass: 'class-4', km: 65, concreteFromKm: 25 },
  ],
  YM: [
    { route: 'G571', roadClass: 'class-1', km: 40, concreteFromKm: null },
    { route: 'S321', roadClass: 'class-2', km: 85, concreteFromKm: 75 },
    { route: 'X205', roadClass: 'class-3', km: 45, concreteFromKm: 15 },
  ],
  AL: [
    { route: 'S322', roadClass: 'class-2', km: 85, concreteFromKm: null },
    { route: 'X206', roadClass: 'class-3', km: 80, concreteFromKm: 40 },
  ],
}
