import type { RoomPage } from '../platform/pages.ts'

export const institutionPages: readonly RoomPage[] = [
  {
    path: '/',
    stage: 'institution',
    permission: 'tasks.own',
    title: { zh: '今日', en: 'Today' },
    inRail: false,
    page: () => import('./today/TodayPage.tsx').then((m) => m.TodayPage),
  },
  {
    path: '/tasks',
    stage: 'institution',
    permission: 'tasks.own',
    title: { zh: '待办', en: 'Tasks' },
    inRail: false,
    page: () => import('./today/TasksPage.tsx').then((m) => m.TasksPage),
  },
]
