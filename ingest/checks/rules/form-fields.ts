import { squeeze } from '../../domain/name.ts'
import type { DocumentView } from '../document-view.ts'
import { quoted } from '../operands.ts'
import type { Rule, Tried } from '../rule.ts'
import type { Sheet } from '../sheet.ts'

const form = (project: string, unit: string) =>
  `项目支出绩效目标表\n\n项目名称\t${project}\n预算单位\t${unit}\n项目资金（万元）\t年度资金总额：5\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t整治河道数量（条）\t≥5\n\n`

/** A field that one form leaves blank and the others fill. */
export const formFieldsRule: Rule = {
  code: 'form-fields',
  oneSided: true,
  title: { zh: '绩效表漏填的栏目', en: 'Fields of forms left blank' },
  reasoning: {
    zh: '绩效表中的预算单位、主管部门、实施单位、项目名称等，在同一文件的其他同类表中都已填写而某一表为空的，属漏填。',
    en: 'Unit, department or project of a performance form that the other forms of the document fill and one leaves blank. Told as a slip.',
  },
  examples: {
    trips: [`${form('河道整治经费', '青石县水务局')}${form('水质监测费', '青石县水务局')}${form('防汛物资费', '')}`],
    passes: [
      `${form('河道整治经费', '青石县水务局')}${form('水质监测费', '青石县水务局')}${form('防汛物资费', '青石县水务局')}`,
    ],
  },
  tries: (view) => {
    const fields = view.sheets.flatMap((sheet) => (sheet.table.role === 'performance' ? fieldsOf(view, sheet) : []))
    return fields.flatMap((field): Tried[] => {
      const others = fields.filter(({ label, line }) => label === field.label && line !== field.line)
      const filled = others.filter(({ value }) => value !== '')
      if (filled.length < LEAST_FILLED || filled.length < others.length) return []
      return [
        {
          witnesses: [view.words(field.raw, field.line)],
          breach:
            field.value !== ''
              ? null
              : {
                  verdict: 'contradiction',
                  minor: true,
                  message: {
                    zh: `${field.project === null ? '' : `项目${quoted(field.project)}的`}绩效表“${field.label}”未填，其余 ${filled.length} 张表均已填写。`,
                    en: `The performance form${field.project === null ? '' : ` of ${quoted(field.project)}`} leaves “${field.label}” blank; the other ${filled.length} fill it.`,
                  },
                  values: [field.label, ...(field.project === null ? [] : [field.project])],
                },
        },
      ]
    })
  },
}

const LEAST_FILLED = 2
const LABEL = /^(?:项目名称|预算单位|主管部门|实施单位|主管单位|项目单位|项目负责人)(?:[（(][^）)]*[）)])?[：:]?$/

interface FormField {
  readonly label: string
  readonly value: string
  readonly raw: string
  readonly line: number
  readonly project: string | null
}

/** The fields of a form, read from its lines: forms are printed a row a line, or a cell a line. */
function fieldsOf({ lines }: DocumentView, { table }: Sheet): FormField[] {
  return lines.slice(table.source.from - 1, table.source.to).flatMap((line, at): FormField[] => {
    if (!/[\t|]/.test(line)) return []
    const cells = line.split(/[\t|]/).map((cell) => squeeze(cell.replace(/<\/?b>/g, '')))
    return cells.flatMap((cell, index): FormField[] => {
      if (!LABEL.test(cell)) return []
      const value = cells.slice(index + 1).find((text) => text !== '') ?? ''
      const label = cell.replace(/[：:]$/, '')
      return [
        {
          label,
          value: LABEL.test(value) ? '' : value,
          raw: line.trim(),
          line: table.source.from + at,
          project: table.project,
        },
      ]
    })
  })
}
