import { FilterFilled, FilterOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useText } from '../../platform/language.tsx'
import type { Column, Sorting } from '../Column.ts'
import { choicesOf } from './rows.ts'
import { SortMark } from './SortMark.tsx'
import { en, zh } from './text.ts'

type TableHeadProps<Row> = {
  readonly column: Column<Row>
  readonly allRows: readonly Row[]
  readonly kept: readonly string[]
  readonly onKept: (kept: readonly string[]) => void
  readonly sorting: Sorting | null
  readonly onSorting: (sorting: Sorting | null) => void
}

/** One heading: a click sorts up, then down, then not at all; the funnel filters. */
export function TableHead<Row>({ column, allRows, kept, onKept, sorting, onSorting }: TableHeadProps<Row>) {
  const text = useText({ zh, en })
  const direction = sorting?.key === column.key ? sorting.direction : null
  const next = direction === null ? 'up' : direction === 'up' ? 'down' : null
  const turn = () => onSorting(next === null ? null : { key: column.key, direction: next })
  const ariaSort = direction === null ? 'none' : direction === 'up' ? 'ascending' : 'descending'
  if (column.acts)
    return (
      <th scope="col" className="mp-unprinted">
        {column.title}
      </th>
    )
  return (
    <th scope="col" className={column.kind === 'number' ? 'mp-num' : undefined} aria-sort={ariaSort}>
      <span className="mp-th">
        <button type="button" className="mp-sort" data-on={direction !== null} onClick={turn} title={text.sort(column.title)}>
          {column.title}
          <SortMark direction={direction} />
        </button>
        {column.filter && (
          <Popover
            trigger="click"
            placement="bottomLeft"
            content={<Choices column={column} allRows={allRows} kept={kept} onKept={onKept} />}
          >
            <Button
              type="text"
              size="small"
              aria-label={text.filter(column.title)}
              icon={kept.length > 0 ? <FilterFilled aria-hidden style={{ color: 'var(--mp-accent)' }} /> : <FilterOutlined aria-hidden />}
            />
          </Popover>
        )}
      </span>
    </th>
  )
}

function Choices<Row>({ column, allRows, kept, onKept }: Pick<TableHeadProps<Row>, 'column' | 'allRows' | 'kept' | 'onKept'>) {
  const text = useText({ zh, en })
  const turn = (choice: string) => onKept(kept.includes(choice) ? kept.filter((one) => one !== choice) : [...kept, choice])
  return (
    <div className="mp-choices">
      {choicesOf(allRows, column).map((choice) => (
        <Checkbox key={choice} checked={kept.includes(choice)} onChange={() => turn(choice)}>
          {choice === '' ? text.empty : choice}
        </Checkbox>
      ))}
      <Button size="small" disabled={kept.length === 0} onClick={() => onKept([])}>
        {text.clear}
      </Button>
    </div>
  )
}
