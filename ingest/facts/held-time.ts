import type { FactTime, Said } from './said.ts'
import type { Setting } from './setting.ts'
import { inYear, turnsBack, yearAlone, yearInFront, yearOfHeading } from './told-time.ts'

/** The year, and the basis with it, that a paragraph told and holds on to; {} stands for the document's own. */
export class HeldTime {
  #told: FactTime
  /** The same of the figure whose parts follow. */
  #whole: FactTime = {}
  /** A year told by itself, until its first figure; it holds to the end of its sentence only. */
  #alone: string | null = null
  #forSentence = false

  constructor(setting: Setting) {
    this.#told = yearOfHeading(setting)
  }

  /** The year that words for "last year" count from. */
  yearOr(own: number | null): number | null {
    return this.#told.fiscalYear ?? own
  }

  /** Takes in a clause without figures: "2031年，", "2031年财政拨款预算中，", "本年度，". */
  hear(text: string, setting: Setting): void {
    const alone = setting.role === 'carry_over' ? null : yearAlone(text, setting)
    if (alone !== null) {
      this.#hold(inYear(Number.parseInt(alone, 10), '', setting), true)
      this.#alone = alone
    } else if (/中$/.test(text)) this.#hold(yearInFront(text, setting), false)
    else if (turnsBack(text, this.#told, setting)) this.#hold({}, false)
  }

  /** Takes in the words in front of a figure. */
  take(text: string, setting: Setting): void {
    const alone = this.#alone
    this.#alone = null
    const told = yearInFront(`${alone ?? ''}${text}`, setting)
    if (told !== null) this.#hold(told, alone !== null)
    else if (turnsBack(text, this.#told, setting)) this.#hold({}, false)
  }

  /** The time of a figure: what its own words leave open, that of what it is a part of, else that of the paragraph. */
  of({ kind, time, quoted }: Said, part: boolean): FactTime {
    const held = part && kind === 'level' ? this.#whole : this.#told
    const whole = { ...held, ...time }
    if (kind === 'level' && !part && !quoted) this.#whole = whole
    return whole
  }

  endSentence(): void {
    if (this.#forSentence) this.#hold({}, false)
    this.#alone = null
  }

  #hold(told: FactTime | null, forSentence: boolean): void {
    if (told === null) return
    this.#told = told
    this.#forSentence = forSentence
  }
}
