import type { RoomPage } from '../platform/pages.ts'

export const choosePages: readonly RoomPage[] = [
  {
    path: '/choose',
    stage: 'choose',
    permission: 'choice.read',
    title: { zh: '方法比较', en: 'Methods compared' },
    inRail: true,
    page: () => import('./choice/ChoicesPage.tsx').then((m) => m.ChoicesPage),
    alsoCalled: ['AHP', 'TOPSIS', '层次分析'],
  },
  {
    path: '/choose/$choiceId',
    stage: 'choose',
    permission: 'choice.read',
    title: { zh: '方法比较', en: 'Methods compared' },
    inRail: false,
    page: () => import('./choice/ChoicePage.tsx').then((m) => m.ChoicePage),
  },
  {
    path: '/choose/$choiceId/judge',
    stage: 'choose',
    permission: 'choice.judge',
    title: { zh: '逐对比较准则', en: 'Compare the criteria' },
    inRail: false,
    page: () => import('./judge/JudgePage.tsx').then((m) => m.JudgePage),
  },
]
