import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { FigureChip } from './figure-chip.tsx'
import { type Piece, withFigures } from './figure-text.ts'
import { type Block, type Inline, parseMarkdown } from './markdown.ts'
import type { ProseContext } from './prose-context.ts'
import { Reference } from './reference.tsx'

/** Markdown of an answer; its figures are chips that open their sources. */
export function Prose({ text, context }: { readonly text: string; readonly context: ProseContext }): JSX.Element {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  return (
    <div class="prose">
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} context={context} />
      ))}
    </div>
  )
}

function BlockView({ block, context }: { readonly block: Block; readonly context: ProseContext }): JSX.Element {
  const inline = (nodes: readonly Inline[]): JSX.Element => <Line nodes={nodes} context={context} />
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.children)}</p>
    case 'quote':
      return <blockquote>{inline(block.children)}</blockquote>
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{inline(item)}</li>)
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section class="wide" tabIndex={0} aria-label={context.words.table}>
          <table>
            <thead>
              <tr>
                {block.header.map((cell, at) => (
                  <th key={at} scope="col">
                    {inline(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column}>{inline(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
  }
}

function Line({ nodes, context }: { readonly nodes: readonly Inline[]; readonly context: ProseContext }): JSX.Element {
  return <Pieces pieces={withFigures(nodes, context.figures)} context={context} />
}

function Pieces({
  pieces,
  context,
}: {
  readonly pieces: readonly Piece[]
  readonly context: ProseContext
}): JSX.Element {
  return (
    <>
      {pieces.map((piece, at) => (
        <PieceView key={at} piece={piece} context={context} />
      ))}
    </>
  )
}

function PieceView({ piece, context }: { readonly piece: Piece; readonly context: ProseContext }): JSX.Element {
  switch (piece.type) {
    case 'text':
      return <>{piece.text}</>
    case 'code':
      return <code>{piece.text}</code>
    case 'break':
      return <br />
    case 'citation':
      return <Reference id={piece.id} context={context} />
    case 'figure':
      return <FigureChip figure={piece.figure} text={piece.text} context={context} />
    case 'strong':
      return (
        <strong>
          <Pieces pieces={piece.children} context={context} />
        </strong>
      )
  }
}
