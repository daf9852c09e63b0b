/** numfmt names types that it does not ship; these are the functions used of it. */
declare module 'numfmt' {
  export function format(
    pattern: string,
    value: number | string,
    options: { readonly locale: string; readonly dateErrorThrows: boolean; readonly nbsp: boolean },
  ): string
  export function getFormatFromId(id: number, locale: string): string | null
  export function isDateFormat(pattern: string): boolean
}
