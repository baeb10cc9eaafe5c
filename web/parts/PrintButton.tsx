import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../platform/language.tsx'

const zh = { print: '打印' }
const en: typeof zh = { print: 'Print' }

/** Prints the page without rail, search and buttons. */
export function PrintButton() {
  const text = useText({ zh, en })
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()} className="mp-unprinted">
      {text.print}
    </Button>
  )
}
