import type { Fact } from '../../../ingest/domain/fact.ts'
import type { Figure } from '../../answer/contract.ts'
import type { ProseFigure, ProsePassage, Subjects } from './subjects.ts'

const FACT: Fact = {
  id: 'd-f1',
  documentId: 'd',
  organization: '青石县水务局',
  level: null,
  fiscalYear: 2031,
  basis: 'budget',
  stage: null,
  kind: 'level',
  comparator: null,
  direction: null,
  measure: { name: '会议费', classification: 'economic', code: '30215' },
  parents: ['商品和服务支出'],
  facet: [],
  project: null,
  role: 'basic_expenditure',
  fund: 'general',
  total: false,
  amount: { value: '6.20', unit: '万元', raw: '6.20' },
  of: null,
  origin: 'cell',
  tableId: 'd-t6',
  row: [],
  column: [],
  section: [],
  quote: '会议费 6.20',
  source: { kind: 'lines', from: 7, to: 7 },
}

/** For tests: a figure of a made-up bureau, changed as wanted. */
export function sampleFigure(
  number: number,
  change: Partial<Omit<ProseFigure, 'fact'>> & { readonly fact?: Partial<Fact> } = {},
): ProseFigure {
  const { fact: changed, ...rest } = change
  const fact = { ...FACT, ...changed }
  const { organization, level, fiscalYear, basis, stage, kind, comparator, direction } = fact
  const label = rest.label ?? fact.measure.name
  const figure: Figure = {
    role: 'answer',
    label,
    value: fact.amount.value,
    unit: fact.amount.unit,
    organization,
    level,
    fiscalYear,
    basis,
    stage,
    kind,
    comparator,
    direction,
    check: 'verified',
    citations: [number],
  }
  const word = basis === null ? '' : basis === 'budget' ? '预算' : '决算'
  return {
    kind: 'figure',
    number,
    figure,
    fact,
    operation: null,
    label,
    names: [label, fact.measure.name],
    surroundings: fact.parents,
    organization,
    aliases: [],
    year: fiscalYear,
    basis,
    frame: `${organization}${fiscalYear ?? ''}年${word}`,
    ...rest,
  }
}

/** For tests: a passage of the same bureau. */
function samplePassage(number: number, text: string, change: Partial<ProsePassage> = {}): ProsePassage {
  return {
    kind: 'passage',
    number,
    citation: 10 + number,
    text: text.replace(/\s/g, ''),
    organization: '青石县水务局',
    aliases: ['青石水务局', '县水务局'],
    year: 2031,
    basis: 'budget',
    frame: '青石县水务局2031年预算',
    ...change,
  }
}

/** For tests: two budgeted costs, last year's change of one of them, and what a passage says of it. */
export const SAMPLE_SUBJECTS: Subjects = {
  figures: [
    sampleFigure(1, { aliases: ['青石水务局', '县水务局', 'Qingshi water bureau'] }),
    sampleFigure(2, { fact: { measure: { name: '培训费', classification: 'economic', code: '30216' } } }),
    sampleFigure(3, {
      label: '会议费 比上年减少',
      names: ['会议费 比上年减少'],
      fact: { kind: 'change', direction: 'down', facet: ['比上年'] },
    }),
  ],
  passages: [samplePassage(1, '会议费比上年减少1.25万元，原因是改开视频会议，不再安排外出会议，节约了二十万元。')],
}
