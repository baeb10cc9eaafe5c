import { saveThemes } from '@milepost/contract/design/strategy'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { draftScorecard } from '../scorecard/draftScorecard.ts'
import { deleteThemes, listThemeRows, upsertTheme } from './data.ts'

export const saveThemesRoute = serve(saveThemes, {
  run: async ({ tx, institutionId, input, audit }) => {
    const { scorecardId, themes } = input
    await draftScorecard(tx, institutionId, scorecardId)
    const before = await listThemeRows(tx, institutionId, scorecardId)
    const known = new Set(before.map((row) => row.theme_id))
    if (themes.some(({ themeId }) => themeId !== null && !known.has(themeId))) throw new Refusal('changed-meanwhile')
    const kept = new Set(themes.map(({ themeId }) => themeId))
    await deleteThemes(
      tx,
      institutionId,
      before.map((row) => row.theme_id).filter((themeId) => !kept.has(themeId)),
    )
    for (const [at, { themeId, name }] of themes.entries())
      await upsertTheme(tx, institutionId, scorecardId, { themeId: themeId ?? newId(), name, order: at + 1 })
    audit({ kind: 'scorecard', id: scorecardId, detail: { themes: themes.map(({ name }) => name.zh || name.en) } })
    return DONE
  },
})
