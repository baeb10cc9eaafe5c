import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { CallRefused } from './call.ts'
import { useText } from './language.tsx'
import { RefusalNote } from './RefusalNote.tsx'

type BoundaryProps = {
  readonly children: ReactNode
  /** A new value (the address) gives the page another chance. */
  readonly resetBy: string
  readonly onRetry: () => void
}

/** A page that fails says so in place; rail and top stay usable. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly fault: Error | null }> {
  override state: { readonly fault: Error | null } = { fault: null }

  static getDerivedStateFromError(thrown: unknown) {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) }
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (before.resetBy !== this.props.resetBy && this.state.fault !== null) this.setState({ fault: null })
  }

  override render() {
    const { fault } = this.state
    if (fault === null) return this.props.children
    const retry = () => {
      this.props.onRetry()
      this.setState({ fault: null })
    }
    return <FaultPage fault={fault} onRetry={retry} />
  }
}

const zh = {
  notPermitted: '您没有查看此页的权限',
  notFound: '没有找到该内容',
  barred: '不能办理',
  title: '此页暂时打不开',
  retry: '重试',
  hint: '左侧目录仍可使用。如需查看，请与绩效办或系统管理员联系。',
}
const en: typeof zh = {
  notPermitted: 'This page is not open to you',
  notFound: 'Not found',
  barred: 'This cannot be done here',
  title: 'This page cannot be shown just now',
  retry: 'Try again',
  hint: 'The menu still works. If you need this page, ask the performance office or your system administrator.',
}

function FaultPage({ fault, onRetry }: { readonly fault: Error; readonly onRetry: () => void }) {
  const text = useText({ zh, en })
  const code = fault instanceof CallRefused ? fault.code : null
  // a rule stands in the way and says so itself: trying again or asking somebody changes nothing
  const isBarred = fault instanceof CallRefused && fault.status === 403 && code !== 'not-permitted'
  const title = isBarred ? text.barred : code === 'not-permitted' ? text.notPermitted : code === 'not-found' ? text.notFound : text.title
  return (
    <div className="mp-fault">
      <h1>{title}</h1>
      <RefusalNote refused={fault} />
      {!isBarred && (
        <>
          <p className="mp-soft">{text.hint}</p>
          <Button type="primary" onClick={onRetry}>
            {text.retry}
          </Button>
        </>
      )}
    </div>
  )
}
