import { listPerspectiveTemplates } from '@milepost/contract/design/strategy'
import { serve } from '../../platform/http/serve.ts'

export const listPerspectiveTemplatesRoute = serve(listPerspectiveTemplates, {
  run: async ({ library }) => {
    const { source, verified, templates } = library.perspectiveTemplates
    return { source, verified, templates: templates.map((one) => ({ ...one, perspectives: [...one.perspectives] })) }
  },
})
