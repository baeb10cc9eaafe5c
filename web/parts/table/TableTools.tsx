import { DownloadOutlined, SearchOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Popover, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../platform/language.tsx'
import type { Column } from '../Column.ts'
import { en, zh } from './text.ts'

type TableToolsProps<Row> = {
  readonly tools: ReactNode
  readonly plain: boolean
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly columns: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly onHidden: (hidden: ReadonlySet<string>) => void
  readonly onExport: (() => void) | null
  readonly count: string
}

/** The line above a table: search, choose columns, export, and how many rows are seen. */
export function TableTools<Row>(props: TableToolsProps<Row>) {
  const text = useText({ zh, en })
  const { hidden } = props
  const turn = (key: string) => props.onHidden(new Set(hidden.has(key) ? [...hidden].filter((k) => k !== key) : [...hidden, key]))
  const choice = (
    <div className="mp-choices">
      {props.columns.map((column) => (
        <Checkbox key={column.key} checked={!hidden.has(column.key)} onChange={() => turn(column.key)}>
          {column.title}
        </Checkbox>
      ))}
    </div>
  )
  return (
    <div className="mp-table-tools">
      {props.plain || (
        <Input
          className="mp-table-search"
          prefix={<SearchOutlined aria-hidden />}
          value={props.search}
          onChange={(event) => props.onSearch(event.target.value)}
          placeholder={text.search}
          aria-label={text.search}
          allowClear
          style={{ width: 220 }}
        />
      )}
      {props.tools}
      <span className="mp-grow" />
      <span className="mp-table-count" role="status">
        {props.count}
      </span>
      {props.plain || (
        <Popover content={choice} trigger="click" placement="bottomRight">
          <Button icon={<SettingOutlined aria-hidden />}>{text.columns}</Button>
        </Popover>
      )}
      {props.onExport !== null && (
        <Tooltip title={text.exportHint}>
          <Button icon={<DownloadOutlined aria-hidden />} onClick={props.onExport}>
            {text.export}
          </Button>
        </Tooltip>
      )}
    </div>
  )
}
