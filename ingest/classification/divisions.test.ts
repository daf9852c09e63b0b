import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aliasesOf, allDivisions, divisionsIn } from './divisions.ts'

const named = (text: string): readonly string[] => divisionsIn(text).map((span) => span.division.name)

describe('aliases by rule', () => {
  it.each([
    ['巴音郭楞蒙古自治州', ['巴音郭楞蒙古自治州', '巴音郭楞州', '巴音郭楞', '巴州']],
    ['克孜勒苏柯尔克孜自治州', ['克孜勒苏柯尔克孜自治州', '克孜勒苏州', '克孜勒苏', '克州']],
    ['昌吉回族自治州', ['昌吉回族自治州', '昌吉州', '昌吉']],
    ['峨边彝族自治县', ['峨边彝族自治县', '峨边县', '峨边']],
    ['双江拉祜族佤族布朗族傣族自治县', ['双江拉祜族佤族布朗族傣族自治县', '双江县', '双江']],
    ['管城回族区', ['管城回族区', '管城区', '管城']],
    ['阿图什市', ['阿图什市', '阿图什']],
    ['锡林郭勒盟', ['锡林郭勒盟', '锡林郭勒', '锡盟']],
    ['内蒙古自治区', ['内蒙古自治区', '内蒙古', '内蒙']],
    ['吉林市', ['吉林市']],
    ['公安县', ['公安县']],
    ['易县', ['易县']],
    ['没有这个县', []],
  ])('%s: %j', (name, aliases) => expect(aliasesOf(name)).toEqual(aliases))

  it('never makes an alias of one character', () => {
    expect(
      allDivisions()
        .flatMap((division) => division.aliases)
        .filter((alias) => alias.length < 2),
    ).toEqual([])
  })
})

describe('divisionsIn', () => {
  it.each([
    ['新疆维吾尔自治区巴音郭楞蒙古自治州医疗保障局', ['新疆维吾尔自治区', '巴音郭楞蒙古自治州']],
    ['克州医保', ['克孜勒苏柯尔克孜自治州']],
    ['昌吉 2022', ['昌吉回族自治州', '昌吉市']],
    ['提高资金安排进度，会同县财政局和政策部门新建公安用房', []],
    ['怀化市会同县', ['怀化市', '会同县']],
    ['会同县医疗保障局', ['会同县']],
    ['Ebian Yi Autonomous County', ['峨边彝族自治县']],
    ['KEZHOU', ['克孜勒苏柯尔克孜自治州']],
    ["Changji City's budget", ['昌吉市']],
    ['Changji Hui Autonomous Prefecture', ['昌吉回族自治州']],
    ['Kizilsu Prefecture', ['克孜勒苏柯尔克孜自治州']],
    ['Bayingolin Mongol Autonomous Prefecture', ['巴音郭楞蒙古自治州']],
    ['Xilin Gol League', ['锡林郭勒盟']],
    ['Ürümqi City', ['乌鲁木齐市']],
    ['Putuoshan', []],
    ['6 million yuan', []],
  ])('%s: %j', (text, names) => expect(named(text)).toEqual(names))

  it('gives one entry for each division that shares an alias, with its parents', () => {
    const spans = divisionsIn('普陀区')
    expect(spans.map((span) => span.division.parents)).toEqual([['上海市'], ['浙江省', '舟山市']])
    expect(named('Kashgar Prefecture and Tibet')).toEqual(['喀什地区', '西藏自治区'])
  })

  it('finds every full name at the start of a text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allDivisions()), (division) => {
        expect(divisionsIn(`${division.name}2024`).some((span) => span.division === division && span.from === 0)).toBe(
          true,
        )
      }),
    )
  })

  it('gives spans that say their alias, in order, overlapping only where one alias is shared', () => {
    const piece = fc.oneof(
      fc.constantFrom('克州', '巴州', '昌吉', 'Ebian', ' ', '医保局', '，', 'Hui Autonomous', '2022', '区'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let last = { from: 0, to: 0 }
        for (const span of divisionsIn(text)) {
          expect(text.slice(span.from, span.to)).toBe(span.alias)
          expect(span.from >= last.to || span.from === last.from).toBe(true)
          last = span
        }
      }),
    )
  })
})
