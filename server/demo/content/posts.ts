import type { PostClass } from '@milepost/terms/posts'

export type PostRow = {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly postClass: PostClass
  readonly coefficient: string
  readonly template: string
}

const post = (code: string, zh: string, en: string, postClass: PostClass, coefficient: string, template = ''): PostRow => ({
  code,
  zh,
  en,
  postClass,
  coefficient,
  template,
})

export const STATION_CHIEF = '公路站站长'

/** Posts with their pay coefficients and the card template of the library that drafts their plans. */
export const POSTS: readonly PostRow[] = [
  post('ZR', '主任', 'Director', 'leader', '2.00'),
  post('SJ', '党委书记', 'Party Secretary', 'leader', '2.00'),
  post('FZR', '副主任', 'Deputy Director', 'leader', '1.80'),
  post('ZGS', '总工程师', 'Chief Engineer', 'leader', '1.80'),
  post('KZ', '科室负责人', 'Head of Office', 'management', '1.45', 'section-chief'),
  post('KZ-YH', '养护科科长', 'Head of Maintenance', 'management', '1.50', 'chief-maintenance'),
  post('KZ-GC', '工程科科长', 'Head of Works', 'management', '1.50', 'chief-works'),
  post('KZ-QS', '桥隧科科长', 'Head of Bridges and Tunnels', 'management', '1.50', 'chief-structures'),
  post('KZ-LC', '路产科科长', 'Head of Road Property', 'management', '1.45', 'chief-road-property'),
  post('KZ-AQ', '安全科科长', 'Head of Safety', 'management', '1.50', 'chief-safety'),
  post('ZZ', STATION_CHIEF, 'Station Chief', 'management', '1.45', 'station-chief'),
  post('GQZ', '工区长', 'Head of Work Area', 'skilled-worker', '1.20', 'work-area-head'),
  post('LMGCS', '路面养护工程师', 'Pavement Engineer', 'professional', '1.15', 'pavement-engineer'),
  post('LKPD', '路况评定员', 'Condition Assessor', 'professional', '1.10', 'condition-assessor'),
  post('QLGCS', '桥梁养护工程师', 'Bridge Engineer', 'professional', '1.15', 'bridge-engineer'),
  post('GCGL', '工程管理工程师', 'Works Engineer', 'professional', '1.15', 'works-engineer'),
  post('JLY', '计量员', 'Quantity Surveyor', 'professional', '1.10', 'quantity-surveyor'),
  post('KJ', '会计', 'Accountant', 'professional', '1.10', 'accountant'),
  post('YSJX', '预算绩效专员', 'Budget Officer', 'professional', '1.10', 'budget-officer'),
  post('JHTJ', '计划统计员', 'Statistician', 'professional', '1.10', 'statistician'),
  post('AQY', '安全员', 'Safety Officer', 'professional', '1.10', 'safety-officer'),
  post('XTGL', '系统管理员', 'System Administrator', 'professional', '1.10', 'system-administrator'),
  post('LWZB', '路网值班员', 'Network Duty Officer', 'professional', '1.05', 'duty-officer'),
  post('JSY', '公路站技术员', 'Station Technician', 'professional', '1.05', 'station-technician'),
  post('JXZY', '绩效专员', 'Performance Officer', 'management', '1.10', 'hr-officer'),
  post('PXZY', '培训专员', 'Training Officer', 'management', '1.05', 'training-officer'),
  post('WM', '文秘', 'Clerk', 'management', '1.05', 'clerk'),
  post('RXZY', '热线专员', 'Hotline Officer', 'management', '1.05', 'hotline-officer'),
  post('LCGL', '路产管理员', 'Road Property Officer', 'management', '1.05', 'road-property-officer'),
  post('JJY', '纪检员', 'Discipline Officer', 'management', '1.10', 'discipline-officer'),
  post('GHGS', '工会干事', 'Union Officer', 'management', '1.05', 'union-officer'),
  post('NYY', '公路站内业员', 'Station Clerk', 'management', '1.00', 'station-clerk'),
  post('YHG', '养护工', 'Maintenance Worker', 'skilled-worker', '1.00', 'maintenance-worker'),
  post('JXCZ', '机械操作手', 'Machine Operator', 'skilled-worker', '1.05', 'machine-operator'),
]
