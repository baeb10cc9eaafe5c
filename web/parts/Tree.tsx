import { type ReactNode, useId, useState } from 'react'

export type TreeNode = {
  readonly key: string
  readonly title: ReactNode
  /** At the right: a count, a score, a mark. */
  readonly beside?: ReactNode
  /** Drawn in outline: nobody carries it, nothing is there yet. */
  readonly outlined?: boolean
  readonly children?: readonly TreeNode[]
}

export type TreeProps = {
  readonly label: string
  readonly nodes: readonly TreeNode[]
  readonly openLevels?: number
}

/** Units, cascades, anything that branches: foldable, readable by keyboard and on paper. */
export function Tree({ label, nodes, openLevels = 2 }: TreeProps) {
  return (
    <ul className="mp-tree mp-tree-root" aria-label={label}>
      {nodes.map((node) => (
        <Branch key={node.key} node={node} level={1} openLevels={openLevels} />
      ))}
    </ul>
  )
}

function Branch({ node, level, openLevels }: { node: TreeNode; level: number; openLevels: number }) {
  const [open, setOpen] = useState(level <= openLevels)
  const titleId = useId()
  const children = node.children ?? []
  return (
    <li>
      <div className="mp-tree-line" data-outlined={node.outlined === true}>
        {children.length > 0 ? (
          <button type="button" className="mp-tree-fold" aria-expanded={open} aria-labelledby={titleId} onClick={() => setOpen(!open)}>
            <span className="mp-fold" data-open={open} aria-hidden="true" />
          </button>
        ) : (
          <span className="mp-tree-leaf" aria-hidden="true" />
        )}
        <span className="mp-tree-title" id={titleId}>
          {node.title}
        </span>
        {children.length > 0 && <span className="mp-tree-count">{children.length}</span>}
        {node.beside !== undefined && <span className="mp-tree-beside">{node.beside}</span>}
      </div>
      {children.length > 0 && open && (
        <ul className="mp-tree">
          {children.map((child) => (
            <Branch key={child.key} node={child} level={level + 1} openLevels={openLevels} />
          ))}
        </ul>
      )}
    </li>
  )
}
