/** opencc-js ships types that NodeNext resolution does not find; this is the one function used of it. */
declare module 'opencc-js/t2cn' {
  export function Converter(options: { readonly from: 'tw'; readonly to: 'cn' }): (text: string) => string
}
