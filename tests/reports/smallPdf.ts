/** A PDF written by hand: its pages all show the same; the cross-reference table is left for the reader to rebuild. */
export interface SmallPdf {
  /** Operators of the page. Font F1 is Helvetica, F2 a Chinese one that the file does not carry, coded as GBK. */
  readonly content?: string
  readonly pages?: number
  readonly encrypted?: boolean
}

/** The bytes of such a PDF. */
export function smallPdf({ content = '', pages = 1, encrypted = false }: SmallPdf = {}): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 20} 0 R`)
  const id = '<00112233445566778899aabbccddeeff>'
  return new TextEncoder().encode(
    [
      '%PDF-1.4',
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj',
      `2 0 obj <</Type/Pages/Kids[${kids.join(' ')}]/Count ${pages}>> endobj`,
      `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
      '5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj',
      '6 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[7 0 R]>> endobj',
      '7 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 8 0 R/DW 1000>> endobj',
      '8 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>> endobj',
      ...(encrypted ? [`9 0 obj <</Filter/Standard/V 1/R 2/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>> endobj`] : []),
      ...kids.map((_, at) => `${at + 20} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>> endobj`),
      `trailer <</Root 1 0 R/Size ${pages + 20}${encrypted ? `/Encrypt 9 0 R/ID[${id}${id}]` : ''}>>`,
      '%%EOF',
    ].join('\n'),
  )
}

/** Bytes of GBK in hexadecimal, one line of text at a height of the page. */
export const chineseLine = (hex: string, y: number): string => `BT /F2 12 Tf 60 ${y} Td <${hex}> Tj ET`
