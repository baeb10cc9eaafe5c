import { normReport } from '@milepost/appraisal/normChecks'
import { readNorms } from '@milepost/contract/appraise/norms'
import { Refusal } from '@milepost/contract/refusals'
import { findCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { rulesOf } from '../rulePack.ts'
import { cycleFacts, type LaterFacts } from './cycleFacts.ts'
import { listFindings } from './findingData.ts'
import { ruleRecords } from './ruleRecords.ts'

/** The cycle against the rule pack, article by article: what an inspector asks for. */
export const readNormsRoute = (later: LaterFacts) =>
  serve(readNorms, {
    run: async ({ tx, institutionId, input, library, today, config }) => {
      const cycle = await findCycle(tx, institutionId, input.cycleId)
      if (!cycle) throw new Refusal('not-found')
      const { timeZone } = config
      const facts = await cycleFacts(tx, { institutionId, cycle, library, today, timeZone, later })
      const report = normReport(rulesOf(library, cycle.endsOn).norms, facts)
      const records = await ruleRecords(tx, { institutionId, cycle, timeZone })
      const findings = await listFindings(tx, institutionId, cycle.cycleId)
      const { met, waived, broken, blocking, notKnown, forPeople, notApplicable } = report
      return {
        met,
        waived,
        broken,
        blocking,
        notKnown,
        forPeople,
        found: report.results.filter(({ rule, status }) => status === 'for-people' && findings.has(rule.id)).length,
        notApplicable,
        results: report.results.map(({ rule, status, evidence }) => ({
          ...rule,
          status,
          evidence,
          records: [...(records.get(rule.id) ?? [])],
          findings: status === 'for-people' ? [...(findings.get(rule.id) ?? [])] : [],
        })),
      }
    },
  })
