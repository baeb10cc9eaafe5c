import { CAST } from '../../../server/demo/cast.ts'
import { holderOf, STAFF, superiorOf } from '../../../server/demo/staff.ts'
import { DESK, PHONE } from './desk.ts'

const colleague = STAFF.find(
  ({ unitCode, isHead, employeeNo }) => unitCode === holderOf('YHG').unitCode && !isHead && employeeNo !== CAST.worker,
)

/** Who sits where. */
export const SEATS = {
  office: { role: 'performance office', username: CAST.office, size: DESK },
  director: { role: 'leader and chair', username: CAST.director, size: DESK },
  deputy: { role: 'deputy leader', username: CAST.secretary, size: DESK },
  head: { role: 'unit head', username: superiorOf(CAST.worker), size: PHONE },
  worker: { role: 'road worker', username: CAST.worker, size: PHONE },
  engineer: { role: 'engineer and staff representative', username: CAST.engineer, size: DESK },
  peer: { role: 'colleague', username: colleague?.employeeNo ?? '', size: PHONE },
  personnel: { role: 'personnel head', username: CAST.personnel, size: DESK },
  discipline: { role: 'discipline inspector', username: CAST.discipline, size: DESK },
  system: { role: 'system administrator', username: CAST.system, size: DESK },
  security: { role: 'security administrator', username: CAST.security, size: DESK },
  audit: { role: 'audit administrator', username: CAST.audit, size: DESK },
  authority: { role: 'authority', username: CAST.authority, size: DESK },
  visitor: { role: 'public visitor', username: null, size: PHONE },
} as const
