import type { RoomPage } from '../platform/pages.ts'

export const rewardPages: readonly RoomPage[] = [
  {
    path: '/reward',
    stage: 'reward',
    permission: 'pool.read',
    title: { zh: '绩效工资池', en: 'Pay pools' },
    inRail: true,
    page: () => import('./pools/PoolsPage.tsx').then((m) => m.PoolsPage),
    alsoCalled: ['绩效工资', '奖励性绩效', 'pay'],
  },
  {
    path: '/reward/pools/$poolId',
    stage: 'reward',
    permission: 'pool.read',
    title: { zh: '绩效工资池', en: 'Pay pool' },
    inRail: false,
    page: () => import('./pool/PoolPage.tsx').then((m) => m.PoolPage),
  },
  {
    path: '/reward/consequences',
    stage: 'reward',
    permission: 'consequence.list',
    title: { zh: '结果运用建议', en: 'What results lead to' },
    inRail: true,
    page: () => import('./consequences/ConsequencesPage.tsx').then((m) => m.ConsequencesPage),
    alsoCalled: ['薪级', '晋升', '连续两年', 'consequences'],
  },
  {
    path: '/reward/mine',
    stage: 'reward',
    permission: 'pay-line.read',
    title: { zh: '我的结果运用', en: 'What my result leads to' },
    inRail: true,
    page: () => import('./outcome/MyOutcomePage.tsx').then((m) => m.MyOutcomePage),
    alsoCalled: ['我的绩效工资', '薪级', 'my pay'],
  },
  {
    path: '/reward/people/$personId',
    stage: 'reward',
    permission: 'pay-line.read',
    title: { zh: '结果运用', en: 'What a result leads to' },
    inRail: false,
    page: () => import('./outcome/PersonOutcomePage.tsx').then((m) => m.PersonOutcomePage),
  },
]
