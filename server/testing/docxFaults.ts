import path from 'node:path'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

/** One element, in document order. */
type Element = { readonly name: string; readonly given: Readonly<Record<string, string>>; readonly inside: readonly Element[] }

/** In which order Word wants what an element holds (ECMA-376 part 1, annex A); elements not named here are not looked at. */
const ORDER: Readonly<Record<string, string>> = {
  'w:tbl': 'w:tblPr w:tblGrid w:tr',
  'w:tblPr':
    'w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption',
  'w:tr': 'w:tblPrEx w:trPr w:tc',
  'w:tcPr':
    'w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark',
  'w:pPr':
    'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange',
  'w:rPr':
    'w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang',
  'w:sectPr':
    'w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid',
  'wp:inline': 'wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic',
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotSource c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes',
  'c:chart':
    'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs',
  'c:plotArea': 'c:layout c:barChart c:scatterChart c:lineChart c:catAx c:valAx c:dTable c:spPr',
  'c:barChart': 'c:barDir c:grouping c:varyColors c:ser c:dLbls c:gapWidth c:overlap c:serLines c:axId',
  'c:scatterChart': 'c:scatterStyle c:varyColors c:ser c:dLbls c:axId',
  'c:ser':
    'c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions c:marker c:dPt c:dLbls c:trendline c:errBars c:cat c:val c:xVal c:yVal c:shape c:smooth',
  'c:catAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl',
  'c:valAx':
    'c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits',
  'c:scaling': 'c:logBase c:orientation c:max c:min',
  'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
  'c:marker': 'c:symbol c:size c:spPr',
  'c:dPt': 'c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr',
  'c:dLbls':
    'c:dLbl c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines',
  'c:dLbl':
    'c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator',
  'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
}

/** What would make Word offer to repair a .docx: parts without a kind, links into nothing, elements out of order, tables without a grid. Empty: nothing found. */
export function docxFaults(bytes: Uint8Array): string[] {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')))
  const xml = new Map<string, Element[]>()
  const faults: string[] = []
  for (const [name, content] of parts) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const text = strFromU8(content)
    if (XMLValidator.validate(text) !== true) faults.push(`${name}: not well-formed`)
    else xml.set(name, elementsOf(text))
  }
  faults.push(...kindFaults(parts, xml))
  for (const [name, root] of xml) if (!name.endsWith('.rels')) faults.push(...linkFaults(name, root, parts, xml), ...formFaults(name, root))
  return faults
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false })

function elementsOf(text: string): Element[] {
  type Node = Record<string, unknown>
  const read = (nodes: readonly Node[]): Element[] =>
    nodes.flatMap((node) =>
      Object.entries(node).flatMap(([name, inside]) =>
        name === ':@' || name === '#text' || name.startsWith('?')
          ? []
          : [{ name, given: (node[':@'] ?? {}) as Record<string, string>, inside: read(inside as Node[]) }],
      ),
    )
  return read(parser.parse(text) as Node[])
}

const all = (elements: readonly Element[]): Element[] => elements.flatMap((one) => [one, ...all(one.inside)])

/** Every part has its kind, by its ending or by its name; every named part is there. */
function kindFaults(parts: ReadonlyMap<string, Uint8Array>, xml: ReadonlyMap<string, readonly Element[]>): string[] {
  const types = all(xml.get('[Content_Types].xml') ?? [])
  const endings = new Set(types.filter((one) => one.name === 'Default').map((one) => one.given.Extension?.toLowerCase()))
  const named = new Set(types.filter((one) => one.name === 'Override').map((one) => one.given.PartName?.slice(1)))
  return [
    ...[...parts.keys()]
      .filter((name) => name !== '[Content_Types].xml' && !named.has(name) && !endings.has(name.split('.').at(-1)?.toLowerCase()))
      .map((name) => `${name}: has no content type`),
    ...[...parts.keys()]
      .filter((name) => /^word\/(charts\/)?[^/]+\.xml$/.test(name) && !named.has(name))
      .map((name) => `${name}: is named as plain XML only`),
    ...[...named].filter((name) => !parts.has(name ?? '')).map((name) => `${name}: has a content type and is not there`),
  ]
}

/** Every link leads to a part, and every use of one is declared. */
function linkFaults(
  name: string,
  root: readonly Element[],
  parts: ReadonlyMap<string, Uint8Array>,
  xml: ReadonlyMap<string, readonly Element[]>,
): string[] {
  const folder = path.posix.dirname(name)
  const links = all(xml.get(`${folder}/_rels/${path.posix.basename(name)}.rels`) ?? []).filter((one) => one.name === 'Relationship')
  const lost = links
    .filter((one) => one.given.TargetMode !== 'External')
    .filter((one) => {
      const target = one.given.Target ?? ''
      return !parts.has(target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target))
    })
  const declared = new Set(links.map((one) => one.given.Id))
  const used = all(root).flatMap((one) => ['r:id', 'r:embed', 'r:link'].flatMap((key) => one.given[key] ?? []))
  return [
    ...lost.map((one) => `${name}: a link to ${one.given.Target}, which is not there`),
    ...used.filter((id) => !declared.has(id)).map((id) => `${name}: uses the link ${id}, which is not declared`),
  ]
}

function formFaults(name: string, root: readonly Element[]): string[] {
  const elements = all(root)
  const places = elements.filter((one) => one.name === 'wp:docPr').map((one) => one.given.id)
  const axes = new Set(elements.filter((one) => /^c:(cat|val)Ax$/.test(one.name)).map(axisOf))
  return [
    ...elements.flatMap((one) => orderFaults(name, one)),
    ...elements
      .filter((one) => one.name === 'w:body')
      .flatMap((one) => (one.inside.at(-1)?.name === 'w:sectPr' ? [] : [`${name}: its section is not last`])),
    ...elements.filter((one) => one.name === 'w:tbl').flatMap((one) => tableFaults(name, one)),
    ...(new Set(places).size === places.length ? [] : [`${name}: two pictures have one number`]),
    ...elements
      .filter((one) => /^c:(bar|scatter)Chart$/.test(one.name))
      .flatMap((one) => one.inside.filter((axis) => axis.name === 'c:axId' && !axes.has(axis.given.val)))
      .map((axis) => `${name}: there is no axis ${axis.given.val}`),
  ]
}

const axisOf = (axis: Element): string | undefined => axis.inside.find((one) => one.name === 'c:axId')?.given.val

function orderFaults(name: string, element: Element): string[] {
  const order = ORDER[element.name]?.split(' ')
  if (!order) return []
  const places = element.inside.filter((one) => !one.name.startsWith('mc:')).map((one) => ({ name: one.name, at: order.indexOf(one.name) }))
  return places.flatMap((one, at) => {
    if (one.at < 0) return [`${name}: ${element.name} may not hold ${one.name}`]
    const before = places[at - 1]
    return before && before.at > one.at ? [`${name}: in ${element.name}, ${one.name} comes after ${before.name}`] : []
  })
}

/** A grid, as many columns in every row as it has, and a paragraph at the end of every cell. */
function tableFaults(name: string, table: Element): string[] {
  const columns = table.inside.find((one) => one.name === 'w:tblGrid')?.inside.length ?? 0
  const rows = table.inside.filter((one) => one.name === 'w:tr')
  const spanOf = (cell: Element) =>
    Number(cell.inside.find((one) => one.name === 'w:tcPr')?.inside.find((one) => one.name === 'w:gridSpan')?.given['w:val'] ?? 1)
  return [
    ...(columns === 0 ? [`${name}: a table without a grid`] : []),
    ...(rows.length === 0 ? [`${name}: a table without rows`] : []),
    ...rows.flatMap((row) => {
      const cells = row.inside.filter((one) => one.name === 'w:tc')
      const wide = cells.reduce((sum, cell) => sum + spanOf(cell), 0)
      return [
        ...(wide === columns ? [] : [`${name}: a row of ${wide} columns in a table of ${columns}`]),
        ...cells.filter((cell) => cell.inside.at(-1)?.name !== 'w:p').map(() => `${name}: a cell that does not end with a paragraph`),
      ]
    }),
  ]
}
