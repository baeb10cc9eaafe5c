import type { RoomPage } from '../platform/pages.ts'

export const openPages: readonly RoomPage[] = [
  {
    path: '/open',
    stage: 'open',
    permission: 'publication.preview',
    title: { zh: '公开发布', en: 'Publications' },
    inRail: true,
    page: () => import('./publication/PublicationsPage.tsx').then((m) => m.PublicationsPage),
  },
  {
    path: '/open/publications/$publicationId',
    stage: 'open',
    permission: 'publication.preview',
    title: { zh: '预览与发布', en: 'Preview and publish' },
    inRail: false,
    page: () => import('./publication/PreviewPage.tsx').then((m) => m.PreviewPage),
  },
  {
    path: '/open/mine',
    stage: 'open',
    permission: 'ticket.read',
    title: { zh: '我的票据', en: 'My ticket' },
    inRail: true,
    page: () => import('./ticket/MyTicketPage.tsx').then((m) => m.MyTicketPage),
    alsoCalled: ['得分解释', 'score ticket'],
  },
  {
    path: '/open/check',
    stage: 'open',
    permission: 'ticket.check',
    title: { zh: '核对票据文件', en: 'Check a ticket file' },
    inRail: false,
    page: () => import('./check/CheckTicketPage.tsx').then((m) => m.CheckTicketPage),
  },
  {
    path: '/open/tickets/cards/$cardId',
    stage: 'open',
    permission: 'ticket.read',
    title: { zh: '得分票据', en: 'Score ticket' },
    inRail: false,
    page: () => import('./ticket/CardTicketPage.tsx').then((m) => m.CardTicketPage),
  },
  {
    path: '/open/tickets/people/$personId',
    stage: 'open',
    permission: 'ticket.read',
    title: { zh: '考核票据', en: 'Appraisal ticket' },
    inRail: false,
    page: () => import('./ticket/PersonTicketPage.tsx').then((m) => m.PersonTicketPage),
  },
]
