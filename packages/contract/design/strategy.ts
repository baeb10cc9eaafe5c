import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { basisPoints, bilingual, done, empty, id } from '../fields.ts'
import { mapPlace } from './scorecardDesign.ts'

const named = z
  .object({ zh: z.string().trim().max(200), en: z.string().trim().max(200) })
  .refine((name) => name.zh !== '' || name.en !== '')

export const saveThemes = endpoint({
  name: 'design.saveThemes',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/themes',
  permission: 'scorecard.edit',
  summary: { zh: '保存战略主题及次序', en: 'Save themes and their order' },
  input: z.object({
    scorecardId: id,
    /** In order; one that is not listed is removed and its objectives stand without a theme. */
    themes: z.array(z.object({ themeId: id.nullable().default(null), name: named })).max(12),
  }),
  output: done,
  audit: 'themes-saved',
})

export const placeObjectives = endpoint({
  name: 'design.placeObjectives',
  method: 'PUT',
  path: '/api/design/scorecards/:scorecardId/places',
  permission: 'scorecard.edit',
  summary: { zh: '摆放战略地图上的目标', en: 'Place objectives on the map' },
  input: z.object({
    scorecardId: id,
    /** Only those that move. Without a place an objective is laid out by itself again. */
    places: z
      .array(z.object({ objectiveId: id, perspectiveId: id, place: mapPlace.nullable() }))
      .min(1)
      .max(200),
  }),
  output: done,
  audit: 'objectives-placed',
})

export const listPerspectiveTemplates = endpoint({
  name: 'design.listPerspectiveTemplates',
  method: 'GET',
  path: '/api/design/perspective-templates',
  permission: 'scorecard.edit',
  summary: { zh: '维度模板', en: 'Templates of perspectives' },
  input: empty,
  output: z.object({
    source: bilingual,
    verified: z.boolean(),
    templates: z.array(
      z.object({
        code: z.string(),
        name: bilingual,
        description: bilingual,
        perspectives: z.array(z.object({ code: z.string(), name: bilingual, question: bilingual, weightBp: basisPoints })),
      }),
    ),
  }),
  audit: null,
})
