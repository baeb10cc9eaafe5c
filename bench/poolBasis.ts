import type { PayBasis } from '@milepost/contract/reward/basis'
import type { PaySettings } from '@milepost/contract/reward/factors'
import { seededRandom } from '@milepost/decision/seededRandom'

const GRADES = ['excellent', 'qualified', 'qualified', 'qualified', 'basic'] as const

/** A pool as the browser holds it, for so many people in forty units. */
export function basePoolBasis(people: number): {
  basis: PayBasis
  settings: PaySettings
  amounts: { amountFen: number; reserveBp: number }
} {
  const random = seededRandom('pool basis')
  const unitOf = (at: number) => `U${at % 40}`
  const name = { zh: '部门', en: 'Unit' }
  return {
    basis: {
      units: Array.from({ length: 40 }, (_, at) => ({
        unitId: crypto.randomUUID(),
        code: unitOf(at),
        name,
        score: (80 + random() * 20).toFixed(2),
        provisional: false,
      })),
      people: Array.from({ length: people }, (_, at) => ({
        personId: crypto.randomUUID(),
        employeeNo: `E${at}`,
        name: `某${at}`,
        payUnit: unitOf(at),
        unit: name,
        post: name,
        leads: at < 40,
        postCoefficient: (1 + (at % 8) / 10).toFixed(2),
        grade: GRADES[at % GRADES.length] ?? 'qualified',
        lastGrade: null,
        isFinal: true,
        score: (70 + random() * 30).toFixed(2),
        serviceDays: at % 30 === 0 ? 200 : 365,
        cycleDays: 365,
        dueDays: 250,
        absentDays: at % 17 === 0 ? { sick: 12 } : {},
      })),
      run: null,
      calendarMissing: null,
    },
    settings: {
      grades: [
        { grade: 'excellent', factor: '1.2' },
        { grade: 'qualified', factor: '1.0' },
        { grade: 'basic', factor: '0.6' },
        { grade: 'unqualified', factor: '0' },
        { grade: 'ungraded', factor: '0.5' },
      ],
      unitScore: { from: '0.8', to: '1.2' },
      personScore: { from: '0.8', to: '1.2' },
      unitWithoutScore: '1',
      personWithoutScore: '1',
      personLeast: null,
      personMost: null,
      leadersMost: '1.8',
      absencesCounted: ['sick', 'personal'],
    },
    amounts: { amountFen: 2_400_000_000, reserveBp: 200 },
  }
}
