/** The element of this id in the same tree: a widget's own, or the page's. */
export function elementBeside(element: EventTarget | null, id: string): HTMLElement | null {
  const root = element instanceof Element ? element.getRootNode() : null
  return root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null
}
