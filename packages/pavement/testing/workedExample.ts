import type { SectionRecord } from '../record.ts'

/** One kilometre of a class-1 asphalt road, the worked example of the project's sources: MQI 88.99, good. */
export const workedExample: SectionRecord = {
  section: 'G109 K12+000-K13+000 up',
  roadClass: 'class-1',
  pavement: 'asphalt',
  lengthMetres: '1000',
  distress: {
    kind: 'counted',
    surveyedSquareMetres: '3750',
    damages: [
      { kind: 'transverse', severity: 'light', amount: '60' },
      { kind: 'longitudinal', severity: 'heavy', amount: '40' },
      { kind: 'pothole', severity: 'light', amount: '2' },
      { kind: 'patch-block', severity: 'any', amount: '30' },
    ],
  },
  roughness: { kind: 'measured', iri: '1.9' },
  rutting: { kind: 'measured', millimetres: '8.4' },
  bumps: { kind: 'counted', light: 2, medium: 1, heavy: 0 },
  wear: { kind: 'measured', centre: '0.90', left: '0.82', right: '0.79' },
  skid: { kind: 'not-surveyed', because: 'wear was surveyed' },
  strength: { kind: 'not-surveyed', because: 'not in the sample' },
  subgrade: {
    kind: 'counted',
    surveyed: 'all',
    damages: [
      { kind: 'shoulder', severity: 'light', amount: '10' },
      { kind: 'slope', severity: 'light', amount: '1' },
      { kind: 'drainage', severity: 'light', amount: '1' },
      { kind: 'kerb', severity: 'any', amount: '3' },
    ],
  },
  structures: { kind: 'listed', structures: [{ kind: 'bridge', name: 'K12+300', structureClass: '2' }] },
  facilities: {
    kind: 'counted',
    surveyed: 'all',
    damages: [
      { kind: 'barrier', severity: 'light', amount: '1' },
      { kind: 'sign', severity: 'any', amount: '1' },
      { kind: 'marking', severity: 'any', amount: '120' },
      { kind: 'planting', severity: 'any', amount: '50' },
    ],
  },
  slopeEndangersTraffic: false,
}
