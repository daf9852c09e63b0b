import { PROSE_WRAPPED, RULED_OVER_PAGES, TWO_PANEL_BALANCE, UNRULED_THREE_PUBLIC } from './sample-basic.ts'
import type { Sample } from './sample-description.ts'

/** Every sample that has a golden file. */
export const SAMPLES: readonly Sample[] = [RULED_OVER_PAGES, UNRULED_THREE_PUBLIC, TWO_PANEL_BALANCE, PROSE_WRAPPED]
