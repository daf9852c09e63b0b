import { describe, expect, test } from 'vitest'
import { askedApart } from './asked-apart.ts'
import { makePlan } from './make-plan.ts'

/** The questions of the first way to take a question apart; [] where there is none. */
function apart(question: string): string[] {
  return askedApart(makePlan(question, []))[0]?.map((plan) => plan.question) ?? []
}

describe('a question for several numbers is taken apart', () => {
  test.each([
    ['在职多少人、编外多少人', ['在职多少人', '编外多少人']],
    ['退休和遗属各多少人', ['退休多少人', '遗属多少人']],
    ['在职、退休和遗属人员分别有多少', ['在职有多少', '退休有多少', '遗属人员有多少']],
    ['绿化面积目标和实际各是多少亩', ['绿化面积目标是多少亩', '绿化面积实际完成是多少亩']],
    ['公务接待几批多少人次', ['公务接待几批', '公务接待多少人次']],
    ['办公费和差旅费各多少', ['办公费多少', '差旅费多少']],
    ['本年收入合计与本年支出合计分别为多少万元', ['本年收入合计为多少万元', '本年支出合计为多少万元']],
    ['扫描了多少页,目标是多少', ['扫描了实际完成多少页', '扫描了目标多少页']],
  ])('%s', (question, parts) => {
    expect(apart(question)).toEqual(parts)
  })

  test.each(['在职多少人', '面积比目标少多少亩', '一共有多少人、多少钱'])('but not %s', (question) => {
    expect(apart(question)).toEqual([])
  })
})
