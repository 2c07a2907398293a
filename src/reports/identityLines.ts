import { simplify } from '../forms/traditional.ts'
import type { ReportDocument } from './document.ts'
import type { Place } from './figure.ts'
import { compactText } from './sentences.ts'

/** A line of the report, for recognising who says what. */
export interface Line {
  /** In half width, without spaces, traditional characters simplified: for matching. */
  readonly text: string
  /** As printed, without spaces. */
  readonly printed: string
  readonly where: Place
}

/** Labels of the small table above a published document, and of the heads of forms. */
const labelled = /^(?:发布|发文|公开|责任|编制|填报|填表|报送|制定|信息)?(?:机构|机关|单位|单位名称|来源|日期|时间)(?:名称)?(?:\(.*\))?:?$/

/** A cell that says by itself who filled in: 填报单位：甲市科学技术局. */
const filledInBy = /^(?:填报|填表|编制|报送)(?:单位|机关|机构)(?:名称)?(?:\(.{0,4}\))?:.{2,120}$/

/** Every line of the paragraphs, and of tables what stands beside a label such as 发布机构 or 填报单位. */
export function listLines(document: ReportDocument): Line[] {
  const lines: Line[] = []
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      for (const line of block.text.split('\n')) lines.push(makeLine(line, block.where))
      continue
    }
    for (const { cells } of block.rows) {
      if (cells.length > 12) continue
      cells.forEach((cell, index) => {
        const label = simplify(cell.text.replace(/\s/g, '').normalize('NFKC'))
        const next = cells.slice(index + 1).find(({ text }) => text.trim() !== '')
        if (filledInBy.test(label)) lines.push(makeLine(cell.text, cell.where))
        else if (next && next.text.length <= 60 && labelled.test(label))
          lines.push(makeLine(`${label.replace(/:$/, '')}：${next.text}`, cell.where))
      })
    }
  }
  return lines.filter(({ text }) => text !== '')
}

function makeLine(text: string, where: Place): Line {
  return { text: closeDigits(simplify(compactText(text).text)), printed: text.replace(/\s/g, ''), where }
}

/** 2 0 1 8年 and 1 2月, as scanned pages give them. */
const closeDigits = (text: string): string =>
  text
    .replace(/(^|[^\d.])([12]) (\d) (\d) (\d)(?= ?[年.\-/])/g, '$1$2$3$4$5')
    .replace(/年(\d) (\d)(?=月)/g, '年$1$2')
    .replace(/月(\d) (\d)(?=日)/g, '月$1$2')
