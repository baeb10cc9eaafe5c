import { reportingFloor } from '@milepost/anonymity/threshold'
import { downloadPrivacyPaper } from '@milepost/contract/open/privacy'
import { findInstitutionRow } from '../../institution/published.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import { docxOut } from '../../platform/papers/docxOut.ts'
import { findNotice, listReaders } from './data.ts'
import { impactPaper, type PrivacyFile, registerPaper } from './privacyPapers.ts'
import { listPurges } from './purgeData.ts'

const NAMES = {
  register: { zh: '个人信息处理活动登记表', en: 'register-of-processing' },
  impact: { zh: '个人信息保护影响评估报告', en: 'impact-assessment' },
} as const

/** Written from what is configured and recorded on the day; what people must judge stays open to be written by hand. */
export const downloadPrivacyPaperRoute = serve(downloadPrivacyPaper, {
  run: async ({ tx, institutionId, input, today, config, audit }) => {
    const { paper, language } = input
    const institution = await findInstitutionRow(tx, institutionId)
    const notice = await findNotice(tx, institutionId)
    const readers = notice ? await listReaders(tx, institutionId, notice.version) : []
    const purges = await listPurges(tx, institutionId)
    const file: PrivacyFile = {
      institution: { zh: institution.name_zh, en: institution.name_en },
      today,
      notice: notice && {
        version: notice.version,
        contact: notice.body.contact,
        read: readers.filter((one) => one.read_at !== null).length,
        accounts: readers.length,
      },
      idleMinutes: config.idleMinutes,
      isEncrypted: config.secureCookies,
      isEmbedded: config.databaseUrl === undefined,
      leastForNumbers: reportingFloor.leastForNumbers,
      leastForText: reportingFloor.leastForText,
      purges: purges.length,
      lastPurge: purges[0] ? dayIn(config.timeZone, purges[0].purged_at) : null,
    }
    audit({ kind: 'privacy-paper', id: paper, detail: { language } })
    const blocks = paper === 'register' ? registerPaper(file, language) : impactPaper(file, language)
    return docxOut(`${NAMES[paper][language]}-${today}`, blocks, language)
  },
})
