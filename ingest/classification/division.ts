/** An administrative division of the People's Republic of China. */
export interface Division {
  /** The full official name: 博尔塔拉蒙古自治州. */
  readonly name: string
  readonly kind: 'province' | 'prefecture' | 'county'
  /** Names of the divisions that contain it, outermost first; statistical groupings (市辖区) left out. */
  readonly parents: readonly string[]
  /** Every Chinese form accepted, the full name first, then longest first. Latin forms are matched, not listed. */
  readonly aliases: readonly string[]
}
