import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCOUNTS, accountByCode, accountsByName } from './accounts.ts'

describe('accounts', () => {
  it('holds every code once', () => {
    const codes = ACCOUNTS.map((account) => account.code)
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
  })

  it('has a parent of the same classification for every account below 类', () => {
    const orphans = ACCOUNTS.filter((account) => account.code.length > 3).filter(
      (account) => accountByCode(account.code.slice(0, -2))?.classification !== account.classification,
    )
    expect(orphans).toEqual([])
  })

  it('uses the code lengths and first digits of its classification', () => {
    for (const { code, classification } of ACCOUNTS) {
      expect(code).toMatch(classification === 'economic' ? /^3\d\d(?:\d\d)?$/ : /^2\d\d(?:\d\d){0,2}$/)
    }
  })

  it.each(['economic', 'functional'] as const)(
    'shares no synonym between two %s accounts, nor with another name',
    (classification) => {
      const accounts = ACCOUNTS.filter((account) => account.classification === classification)
      const owners = new Map<string, string[]>()
      for (const account of accounts)
        for (const say of account.synonyms) owners.set(say, [...(owners.get(say) ?? []), account.code])
      // 219 援助其他地区支出 repeats the names of other 类 by its nature: 卫生健康 names 210 first, then 21904.
      const names = new Map(
        accounts.filter(({ code }) => !code.startsWith('219')).map((account) => [account.name, account.code]),
      )
      expect([...owners].filter(([, codes]) => codes.length > 1)).toEqual([])
      expect([...owners].filter(([say]) => names.has(say)).map(([say, codes]) => [say, codes, names.get(say)])).toEqual(
        [],
      )
    },
  )

  it.each([
    ['30231', '公务用车运行维护费'],
    ['30217', '公务接待费'],
    ['30109', '职业年金缴费'],
    ['2080505', '机关事业单位基本养老保险缴费支出'],
    ['2101501', '行政运行'],
    ['2101550', '事业运行'],
    ['2101599', '其他医疗保障管理事务支出'],
    ['2013901', '行政运行'],
    ['2013999', '其他社会工作事务支出'],
    ['2210203', '购房补贴'],
    ['2169999', '其他商业服务业等支出'],
    ['210 11 01', '行政单位医疗'],
  ])('%s is %s', (code, name) => expect(accountByCode(code)?.name).toBe(name))

  it.each(['9999999', '21', '', '3020', '2080555'])('knows no account %j', (code) =>
    expect(accountByCode(code)).toBeNull(),
  )

  it.each([
    ['公车运维费', ['30231']],
    ['招待费', ['30217']],
    ['住房公积金', ['2210201', '30113']],
    ['因公出国(境)费用', ['30212']],
    ['维修(护)费', ['30213']],
    ['社会保障和就业', ['208']],
    ['差 旅 费', ['30211']],
    ['会议', ['30215']],
    ['教育', ['205', '21902']],
    ['不存在的科目', []],
  ])('%s names %j', (name, codes) => expect(accountsByName(name).map((account) => account.code)).toEqual(codes))

  it('finds every account by its code, its name and its synonyms, however spaced', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACCOUNTS), fc.nat(20), (account, gap) => {
        expect(accountByCode(account.code)).toBe(account)
        for (const name of [account.name, ...account.synonyms]) {
          const cut = gap % name.length
          expect(accountsByName(`${name.slice(0, cut)} ${name.slice(cut)}`)).toContain(account)
        }
      }),
    )
  })
})
