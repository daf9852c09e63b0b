/** A template with its variables put in. Values are put in as they are; they are not read as templates again. */
export function textWith(template: string, variables: Readonly<Record<string, string>>): string {
  const values = new Map<string, string>(Object.entries(variables))
  return template.replace(/\{\{([a-zA-Z]+)\}\}/g, (_, name: string) => values.get(name) ?? '')
}
