const LONGEST = 120

/** Characters that show nothing, or change how others are shown: controls, and marks of direction. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu

/** A name that can be shown for an uploaded file, whatever its sender called it; never a path, never used as one. */
export function shownFileName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? ''
  const plain = last.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  if (plain === '') return 'upload'
  const characters = [...plain]
  if (characters.length <= LONGEST) return plain
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? ''
  return characters.slice(0, LONGEST - extension.length).join('') + extension
}
