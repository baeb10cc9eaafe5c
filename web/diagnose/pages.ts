import type { RoomPage } from '../platform/pages.ts'

export const diagnosePages: readonly RoomPage[] = [
  {
    path: '/diagnose',
    stage: 'diagnose',
    permission: 'diagnosis.read',
    title: { zh: '问卷调查', en: 'Surveys' },
    inRail: true,
    page: () => import('./waves/WavesPage.tsx').then((m) => m.WavesPage),
    alsoCalled: ['问卷', '轮次', 'wave', 'questionnaire'],
  },
  {
    path: '/diagnose/guide',
    stage: 'diagnose',
    permission: 'questionnaire.read',
    title: { zh: '访谈提纲', en: 'Interview guide' },
    inRail: true,
    page: () => import('./guide/GuidePage.tsx').then((m) => m.GuidePage),
  },
  {
    path: '/diagnose/$waveId',
    stage: 'diagnose',
    permission: 'diagnosis.read',
    title: { zh: '诊断结果', en: 'Diagnosis' },
    inRail: false,
    page: () => import('./results/DiagnosisPage.tsx').then((m) => m.DiagnosisPage),
  },
  {
    path: '/diagnose/$waveId/items',
    stage: 'diagnose',
    permission: 'diagnosis.read',
    title: { zh: '各题频数', en: 'Item by item' },
    inRail: false,
    page: () => import('./results/ItemsPage.tsx').then((m) => m.ItemsPage),
  },
  {
    path: '/diagnose/$waveId/import',
    stage: 'diagnose',
    permission: 'answers.import',
    title: { zh: '导入答卷', en: 'Import answers' },
    inRail: false,
    page: () => import('./waves/ImportAnswersPage.tsx').then((m) => m.ImportAnswersPage),
  },
]
