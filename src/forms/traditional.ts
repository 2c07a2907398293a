/**
 * Characters of labels, headings and names of bodies in their traditional forms, each before the one form that it has on the official
 * sheets. Only those whose simplified form is never in doubt: 乾, 係, 著 and their like are not here.
 */
const pairs = `
萬万 與与 專专 業业 兩两 個个 為为 爲为 舉举 義义 鄉乡 亂乱 於于 從从 僅仅 眾众 衆众 會会 傳传 體体 餘余 佔占 佈布 來来
內内 冊册 寫写 決决 況况 減减 務务 動动 勞劳 劃划 別别 則则 辦办 單单 廳厅 歷历 縣县 參参 發发 號号 後后 員员 圍围 國国
圖图 場场 執执 報报 護护 擇择 擠挤 據据 損损 採采 數数 時时 無无 條条 構构 標标 機机 權权 檔档 匯汇 彙汇 沒没 測测 濟济
熱热 點点 狀状 現现 監监 碼码 確确 稱称 穩稳 筆笔 簽签 類类 線线 約约 級级 糾纠 組组 織织 經经 結结 絡络 統统 繼继 續续
維维 編编 繳缴 網网 罰罚 聯联 職职 輿舆 範范 獲获 補补 規规 計计 認认 訓训 議议 訟讼 許许 設设 訪访 證证 識识 訴诉 詞词
試试 詢询 該该 誤误 說说 説说 請请 讀读 談谈 負负 責责 購购 費费 資资 轉转 較较 輯辑 過过 還还 這这 進进 適适 違违 遞递
郵邮 釋释 裏里 裡里 錯错 鎮镇 長长 門门 間间 問问 聞闻 閱阅 閲阅 際际 陳陈 隱隐 險险 項项 題题 領领 額额 駁驳 備备 處处
實实 審审 對对 導导 屬属 帶带 應应 廢废 開开 張张 強强 歸归 當当 錄录 録录 徑径 逕径 總总 戶户 態态 術术 書书 復复 複复
製制 幣币 關关 億亿 見见 視视 變变 學学 協协 農农 環环 財财 稅税 衛卫 遊游 廣广 電电 運运 輸输 醫医 療疗 殘残 團团 獸兽
糧粮 儲储 產产 産产 調调 質质 預预 養养 創创 區区 莊庄 營营 邊边 紀纪 檢检 驗验 藥药 藝艺 倉仓 節节 勵励 勢势 龍龙 寧宁
蘇苏 東东 貴贵 雲云 遼辽 慶庆 灣湾 滬沪 陝陕 陽阳 蘭兰 銀银 漢汉 連连 烏乌 齊齐 嶺岭 島岛 橋桥 豐丰 樂乐 壯壮 爾尔 鄭郑
貢贡 達达 靈灵 羅罗 韓韩 馬马 魯鲁 晉晋 閩闽 贛赣 澤泽 溫温 濱滨 潤润 寶宝 興兴 華华 榮荣 賀贺 順顺 鹽盐 鐵铁
`

const simplified: ReadonlyMap<string, string> = new Map(
  pairs.split(/\s+/).flatMap((pair) => (pair === '' ? [] : [[pair[0] ?? '', pair[1] ?? '']])),
)
const traditional = new RegExp(`[${[...simplified.keys()].join('')}]`, 'g')

/** The same text, character for character, with those in traditional forms that official labels and names of bodies are made of simplified, and 資訊 as 信息. */
export function simplify(text: string): string {
  return text
    .replace(/資訊|资讯(?=公开)/g, '信息')
    .replace(/答覆/g, '答复')
    .replace(traditional, (char) => simplified.get(char) ?? char)
}
