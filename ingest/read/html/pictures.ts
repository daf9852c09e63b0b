import type { Place } from '../../domain/place.ts'
import type { FlowPicture, PictureData } from '../flow/flow.ts'
import { attributeOf, type HtmlElement } from './tree.ts'

/** In pixels: what is smaller is an ornament, and shows no table. */
const LEAST_SIDE = 48

/** A picture that may stand in place of text; null for one too small, or hidden behind no address. */
export function pictureOf(element: HtmlElement, place: Place): FlowPicture | null {
  const address = attributeOf(element, 'src')?.trim() ?? ''
  const sides = [sideOf(element, 'width'), sideOf(element, 'height')]
  if (address === '' || sides.some((side) => side !== null && side < LEAST_SIDE)) return null
  const data = dataOf(address)
  const alt = attributeOf(element, 'alt')?.trim()
  const name = address.startsWith('data:') ? '' : fileName(address)
  const called = [name, alt ? `“${alt.slice(0, 40)}”` : ''].filter((part) => part !== '').join(' ')
  return { kind: 'picture', name: called || 'inside the file', place, load: data && (() => Promise.resolve(data)) }
}

/** In pixels, where it is said in pixels. */
function sideOf(element: HtmlElement, side: 'width' | 'height'): number | null {
  const styled = new RegExp(`(?:^|;)\\s*${side}\\s*:\\s*([\\d.]{1,8})px`, 'i').exec(attributeOf(element, 'style') ?? '')
  const said = styled?.[1] ?? /^\s*(\d{1,6})(?:px)?\s*$/i.exec(attributeOf(element, side) ?? '')?.[1]
  return said === undefined ? null : Number(said)
}

/** The last part of an address, as people would call the file. */
function fileName(address: string): string {
  const last =
    address
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(last).slice(0, 80)
  } catch {
    return last.slice(0, 80)
  }
}

/** A picture written into its address, in base64. */
function dataOf(address: string): PictureData | null {
  const [, mediaType, base64] = /^data:(image\/[\w.+-]{1,40})[^,]{0,80};base64,(.*)$/is.exec(address) ?? []
  if (mediaType === undefined || base64 === undefined) return null
  return { mediaType: mediaType.toLowerCase(), bytes: Buffer.from(base64, 'base64') }
}
