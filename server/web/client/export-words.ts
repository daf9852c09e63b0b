import type { Language } from './words.ts'

const zh = {
  export: '导出表格',
  csv: 'CSV',
  xlsx: 'Excel',
  saved: '已导出',
  notSaved: '未能导出',
  columns: {
    role: '用途',
    label: '项目',
    comparator: '限定',
    direction: '变动',
    value: '数值',
    unit: '计量单位',
    organization: '机构',
    level: '层级',
    year: '年度',
    basis: '性质',
    stage: '阶段',
    check: '核对',
    formula: '算式',
    document: '文件',
    place: '位置',
    printed: '原文数字',
    link: '原文链接',
  },
  role: { answer: '答案', context: '参考' },
  open: '打开原文',
}

export type ExportWords = typeof zh

const en: ExportWords = {
  export: 'Export as a table',
  csv: 'CSV',
  xlsx: 'Excel',
  saved: 'Exported',
  notSaved: 'The export failed',
  columns: {
    role: 'Role',
    label: 'Item',
    comparator: 'Limit',
    direction: 'Change',
    value: 'Value',
    unit: 'Unit',
    organization: 'Organisation',
    level: 'Level',
    year: 'Year',
    basis: 'Basis',
    stage: 'Stage',
    check: 'Check',
    formula: 'Formula',
    document: 'Document',
    place: 'Place',
    printed: 'As printed',
    link: 'Link',
  },
  role: { answer: 'answer', context: 'context' },
  open: 'open the source',
}

/** Words about taking an answer away as a file, in both languages. */
export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = { zh, en }
