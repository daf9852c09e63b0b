import { pinyin } from 'pinyin-pro'

/** How each character of a text sounds, without tones; what is no Chinese character stands for itself. One a UTF-16 unit of plain text. */
export function soundsOf(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}
