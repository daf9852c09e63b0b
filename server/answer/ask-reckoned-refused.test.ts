import { afterAll, describe, expect, test } from 'vitest'
import { createAsker } from './ask.ts'
import type { Figure } from './contract.ts'
import { openSampleAsker } from './sample-asker.ts'
import { withLines } from './sample-changed.ts'
import { FOREST_TEXTS } from './sample-forest.ts'
import { expectPromises } from './sample-promises.ts'

const { door, close } = await openSampleAsker(FOREST_TEXTS)
afterAll(close)

const QUESTIONS = [
  '兴化市林业局2031年办公费和差旅费加起来是多少',
  '兴化市林业局2031年各个项目加起来一共多少',
  '兴化市林业局2031年湿地公园管护项目是多少',
  '兴化市林业局2031年公务接待费占三公经费的比例是多少',
  '兴化市林业局2031年三公经费比上年下降百分之几',
  '按兴化市林业局2031年的预算倒推，2030年三公经费预算是多少',
  '兴化市林业局2031年人均差旅费是多少',
  '兴化市林业局2031年平均每辆车的运行费是多少',
  '兴化市林业局2031年差旅费比办公费多多少',
  '兴化市林业局2030年林区道路养护还剩多少没花完',
  '兴化市林业局2031年有几个项目',
  '兴化市林业局2030年各项目自评得分的平均分是多少',
  '兴化市林业局2030年执行率低于50%的项目预算加起来是多少',
  '兴化市林业局林果技术培训按229人、每人30元算，一共多少钱',
  '兴化市林业局2030年执行率是多少',
]

async function askChanged(question: string, change: (line: string) => string) {
  const index = withLines(await door.current(), change)
  const answer = await createAsker({ current: () => Promise.resolve(index) }).ask({ question })
  expectPromises(answer, index)
  return answer
}

/** The line with one figure's last digit changed, wherever it stands whole. */
function withoutFigure(value: string): (line: string) => string {
  const pattern = new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?![\\d.])`, 'g')
  const last = Number(value.at(-1))
  const other = `${value.slice(0, -1)}${(last + 1) % 10}`
  return (line) => line.replace(pattern, other)
}

const derivedOf = (figures: readonly Figure[]) => figures.filter(({ derivation }) => derivation !== undefined)

describe('a reckoned answer', () => {
  test.each(QUESTIONS)('goes with any of its operands whose digits are other ones: %s', async (question) => {
    const answer = await askChanged(question, (line) => line)
    const [figure] = derivedOf(answer.figures)
    expect(figure?.role).toBe('answer')
    const inputs = figure?.derivation?.inputs ?? []
    expect(inputs.length).toBeGreaterThan(0)
    for (const { value } of inputs) {
      const changed = await askChanged(question, withoutFigure(value))
      expect(derivedOf(changed.figures), value).toEqual([])
      expect(changed.notices.map(({ kind }) => kind)).toContain('unsupported')
    }
  })
})
