import { type Language, WORDS, type Words } from './words.ts'

const zh = {
  trend: (unit: string) => `走势${unit === '' ? '' : `（${unit}）`}`,
  comparison: (unit: string) => `对比${unit === '' ? '' : `（${unit}）`}`,
  traits: { organization: '机构', level: '层级', year: '年度', label: '项目', basis: '性质' },
  value: '数值',
  none: '无',
  /** Said in place of the picture. */
  picture: (title: string, count: number) => `${title}：${count} 个数字的图，旁边的表格里是同样的数字。`,
}

type OwnWords = typeof zh

const en: OwnWords = {
  trend: (unit) => `Over the years${unit === '' ? '' : ` (${unit})`}`,
  comparison: (unit) => `Side by side${unit === '' ? '' : ` (${unit})`}`,
  traits: { organization: 'Organisation', level: 'Level', year: 'Year', label: 'Item', basis: 'Basis' },
  value: 'Value',
  none: 'none',
  picture: (title, count) => `${title}: a chart of ${count} figures; the table beside it has the same figures.`,
}

const CHART_WORDS: Readonly<Record<Language, OwnWords>> = { zh, en }

export type ChartWords = OwnWords & Pick<Words, 'level' | 'basis' | 'stage'>

/** Words about charts, and those for what tells figures apart. */
export function chartWords(language: Language): ChartWords {
  const { level, basis, stage } = WORDS[language]
  return { ...CHART_WORDS[language], level, basis, stage }
}
