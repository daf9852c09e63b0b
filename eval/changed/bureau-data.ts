/** A kind of bureau: its full name, the usual short form and the names it goes by in English. */
export interface Bureau {
  readonly name: string
  readonly short: string
  /** What a terse question writes for it: 医保. */
  readonly stem: string
  /** The first one is used where it replaces another. */
  readonly english: readonly string[]
}

function bureau(name: string, short: string, stem: string, ...english: string[]): Bureau {
  return { name, short, stem, english }
}

/** Left out: 市场监督管理局, for 个旧市场监管局 can be cut in two ways. */
export const BUREAUS: readonly Bureau[] = [
  bureau(
    '医疗保障局',
    '医保局',
    '医保',
    'Healthcare Security Bureau',
    'Health Care Security Bureau',
    'Medical Security Bureau',
    'Medical Insurance Bureau',
    'Healthcare Security Administration',
  ),
  bureau('民政局', '民政局', '民政', 'Civil Affairs Bureau', 'Bureau of Civil Affairs'),
  bureau('财政局', '财政局', '财政', 'Finance Bureau', 'Bureau of Finance'),
  bureau('教育局', '教育局', '教育', 'Education Bureau', 'Bureau of Education'),
  bureau('人力资源和社会保障局', '人社局', '人社', 'Human Resources and Social Security Bureau'),
  bureau('卫生健康委员会', '卫健委', '卫健', 'Health Commission'),
  bureau('文化和旅游局', '文旅局', '文旅', 'Culture and Tourism Bureau'),
  bureau('交通运输局', '交通局', '交通', 'Transport Bureau', 'Transportation Bureau'),
  bureau('农业农村局', '农业农村局', '农业农村', 'Agriculture and Rural Affairs Bureau'),
  bureau('应急管理局', '应急局', '应急', 'Emergency Management Bureau'),
  bureau('司法局', '司法局', '司法', 'Justice Bureau', 'Bureau of Justice'),
  bureau('审计局', '审计局', '审计', 'Audit Bureau'),
]
