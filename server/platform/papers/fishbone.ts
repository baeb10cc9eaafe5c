import { AlignmentType, Paragraph, TextRun } from 'docx'
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes'

export type Bone = {
  readonly name: string
  /** 1 to 3: how thick. */
  readonly strength: number
  /** Decided by somebody; otherwise dashed. */
  readonly firm: boolean
  /** What speaks for it, at most two are drawn. */
  readonly twigs: readonly string[]
}

const HIGH = 236
const SPINE = HIGH / 2
const HEAD = { left: 482, width: 122, height: 76 }
const BOX = 38
const INK = '22313C'
const ACCENT = '10598C'

/** A fishbone in shapes of the word processor: the problem at the head, each cause a bone, what speaks for it beside the bone. Lengths in pixels. */
export function fishbone(head: string, bones: readonly Bone[]): Paragraph {
  const step = (HEAD.left - 4) / Math.max(1, Math.ceil(bones.length / 2))
  const drawn: IShapeGroupChildOptions[] = [
    straight({ x: 0, y: SPINE }, { x: HEAD.left, y: SPINE }, { width: 3 }),
    ...bones.flatMap((bone, at) => boneOf(bone, { left: Math.floor(at / 2) * step, step, up: at % 2 === 0 })),
    box(head, { left: HEAD.left, top: SPINE - HEAD.height / 2, width: HEAD.width, height: HEAD.height }, 'head'),
  ]
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 60, after: 160 },
    children: [new ShapeGroupRun({ children: drawn, altText: { name: head, description: [head, ...bones.map(said)].join('; ') } })],
  })
}

const said = (bone: Bone): string => `${bone.name} (${bone.strength})`

function boneOf(bone: Bone, { left, step, up }: { left: number; step: number; up: boolean }): IShapeGroupChildOptions[] {
  const right = left + step
  const tip = { x: right - 74, y: up ? BOX : HIGH - BOX }
  const root = { x: right - 14, y: SPINE }
  const along = (share: number) => ({ x: tip.x + (root.x - tip.x) * share, y: tip.y + (root.y - tip.y) * share })
  const twigs = bone.twigs.slice(0, 2)
  return [
    straight(tip, root, { width: bone.strength * 1.2, dashed: !bone.firm }),
    box(bone.name, { left: left + 6, top: up ? 0 : HIGH - BOX, width: step - 20, height: BOX }, 'cause'),
    ...twigs.flatMap((words, at) => {
      const end = along((at + 1) / (twigs.length + 1))
      const width = Math.max(40, end.x - left - 16)
      return [
        straight({ x: end.x - 12, y: end.y }, end, { width: 0.75 }),
        box(words, { left: left + 4, top: end.y - 14, width: width - 2, height: 28 }, 'twig'),
      ]
    }),
  ]
}

type Spot = { readonly x: number; readonly y: number }

function straight(from: Spot, to: Spot, given: { width: number; dashed?: boolean }): IShapeGroupChildOptions {
  return {
    type: 'line',
    transformation: {
      offset: { left: Math.min(from.x, to.x), top: Math.min(from.y, to.y) },
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
      ...(to.y < from.y ? { flip: { vertical: true } } : {}),
    },
    line: { color: INK, width: given.width, ...(given.dashed ? { dash: 'dash' as const } : {}) },
  }
}

const LOOKS = {
  head: { fill: ACCENT, line: 'none', colour: 'FFFFFF', size: 20, bold: true, align: AlignmentType.CENTER },
  cause: { fill: 'EEF2F5', line: { color: '9FB0BD', width: 0.75 }, colour: INK, size: 18, bold: true, align: AlignmentType.CENTER },
  twig: { fill: 'none', line: 'none', colour: '54616D', size: 15, bold: false, align: AlignmentType.RIGHT },
} as const

function box(
  words: string,
  place: { left: number; top: number; width: number; height: number },
  look: keyof typeof LOOKS,
): IShapeGroupChildOptions {
  const { fill, line, colour, size, bold, align } = LOOKS[look]
  return {
    type: 'rectangle',
    transformation: { offset: { left: place.left, top: place.top }, width: place.width, height: place.height },
    fill,
    line,
    textOptions: { margins: { left: 3, right: 3, top: 1, bottom: 1 }, verticalAlignment: 'center' },
    children: [
      new Paragraph({
        alignment: align,
        spacing: { line: 220, before: 0, after: 0 },
        children: [new TextRun({ text: words, size, bold, color: colour })],
      }),
    ],
  }
}
