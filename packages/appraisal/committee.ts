/** Classes of committee members, as Art. 16 names them. `chair` is the main leader of the institution. */
export type MemberClass = 'chair' | 'leader' | 'hr' | 'discipline' | 'staff-representative'
export type CommitteeMember = { person: string; memberClass: MemberClass }

export type CommitteeRules = {
  /** The classes that must be there. */
  required: readonly MemberClass[]
  /** At least so many of so many members must be present, e.g. 2 of 3. */
  quorum: { of: number; atLeast: number }
}

export type CompositionFinding =
  | { code: 'class-missing'; memberClass: MemberClass }
  | { code: 'more-than-one-chair'; people: readonly string[] }
  | { code: 'member-twice'; person: string }

/** What is wrong with the composition of the committee; an empty list is a committee the rule allows. */
export function compositionFindings(members: readonly CommitteeMember[], rules: CommitteeRules): readonly CompositionFinding[] {
  const missing = rules.required.filter((required) => members.every(({ memberClass }) => memberClass !== required))
  const chairs = members.filter(({ memberClass }) => memberClass === 'chair').map(({ person }) => person)
  const twice = members.filter(({ person }, index) => members.findIndex((other) => other.person === person) < index)
  return [
    ...missing.map((memberClass) => ({ code: 'class-missing' as const, memberClass })),
    ...(chairs.length > 1 ? [{ code: 'more-than-one-chair' as const, people: chairs }] : []),
    ...twice.map(({ person }) => ({ code: 'member-twice' as const, person })),
  ]
}

/** Ties that bar somebody from deciding on another (Art. 39 of the 2014 regulation): near relatives and people with an interest. */
export type InterestTie = { person: string; with: string }

/** Members who must leave the room for one person's case: the person, and those tied to the person. */
export function recusedFor(ratee: string, members: readonly CommitteeMember[], ties: readonly InterestTie[]): readonly string[] {
  const tied = ties.flatMap((tie) => (tie.person === ratee ? [tie.with] : tie.with === ratee ? [tie.person] : []))
  return members.map(({ person }) => person).filter((person) => person === ratee || tied.includes(person))
}

export type Quorum =
  | { kind: 'quorate'; present: number; needed: number; base: number }
  | { kind: 'not-quorate'; present: number; needed: number; base: number }

/** Whether enough members are present. Those recused neither count as present nor in the base they are measured against. */
export function quorum(
  attendance: { members: readonly string[]; present: readonly string[]; recused: readonly string[] },
  rules: CommitteeRules,
): Quorum {
  const entitled = attendance.members.filter((person) => !attendance.recused.includes(person))
  const present = entitled.filter((person) => attendance.present.includes(person)).length
  const needed = Math.max(1, Math.ceil((entitled.length * rules.quorum.atLeast) / rules.quorum.of))
  return { kind: present >= needed ? 'quorate' : 'not-quorate', present, needed, base: entitled.length }
}
