/** What TypeScript does not know of yet; browsers without it take the bare text. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { readonly createScriptURL: (text: string) => string },
    ): { createScriptURL(text: string): string }
  }
}
