import { Button } from 'antd'
import { Empty } from '../parts/Empty.tsx'
import { useGo } from '../platform/address.tsx'
import { useText } from '../platform/language.tsx'

const zh = { title: '尚未建立考核周期', say: '先建立一个年度周期，数据和得分都归在周期之下。', next: '去建立考核周期' }
const en: typeof zh = {
  title: 'There is no cycle yet',
  say: 'Open a year first: values and scores belong to a cycle.',
  next: 'Go to cycles',
}

export function NoCycle() {
  const text = useText({ zh, en })
  const go = useGo()
  return <Empty title={text.title} sentence={text.say} next={<Button onClick={() => go('/institution/cycles')}>{text.next}</Button>} />
}
