import { sayReject, type Reject } from '../../dataset/readPackage.ts'
import type { Label } from '../../text/label.ts'

/** What is said when something goes wrong with local data: what happened, what was kept, one thing to do. */
export const localSentences = {
  rejected: (rejects: readonly Reject[]): Label => {
    const [first] = rejects
    const [zh = '', en = ''] = first ? sayReject(first).split(' / ') : []
    return {
      zh: `年报不能并入数据集（${zh.replace(/。$/, '')}；共 ${rejects.length} 处），一份都没有保存。请核对后再接收。`,
      en: `The reports cannot stand in the dataset (${en.replace(/\.$/, '')}; ${rejects.length} in all); none was kept. Check them and accept again.`,
    }
  },
  left: (file: string, why: Label, count: number): Label => ({
    zh: `${file} 不能并入数据集：${why.zh}（共 ${count} 份如此），一份都没有保存。请核对机关、年度和表式后再接收。`,
    en: `${file} cannot be merged: ${why.en} (${count} such in all); none was kept. Check agency, year and form and accept again.`,
  }),
  compile: {
    zh: '年报已保存在本机，但没有并入页面，页面仍显示原来的数据。请刷新页面重试。',
    en: 'The reports are kept on this machine but were not merged; the pages show the earlier data. Reload the page to try again.',
  },
  lost: {
    zh: '年报没有并入页面，浏览器也拒绝保存，一份都没有留下。请先释放存储空间，再重新接收。',
    en: 'The reports were not merged and the browser refused to keep them; none was kept. Free some storage and accept them again.',
  },
  package: {
    zh: '取不到已公布的数据包，年报已保存在本机，页面仍显示原来的数据。请连上网络后刷新页面。',
    en: 'The published data package cannot be had; the reports are kept on this machine and the pages show the earlier data. Reload when the server answers.',
  },
  quota: {
    zh: '浏览器的存储空间不够或拒绝保存，年报已进入各页面，但关闭标签页后就没有了。请先导出数据包。',
    en: 'The browser refused to keep the reports; every page shows them, but they are gone when the tab closes. Export the data package first.',
  },
  packageQuota: {
    zh: '浏览器的存储空间不够或拒绝保存，数据包可以查看，但关闭标签页后就没有了。请保留原文件。',
    en: 'The browser refused to keep the package; it can be looked at, but is gone when the tab closes. Keep its file.',
  },
  exporting: {
    zh: '没有导出：取不到数据包，或其中有不能接收的行。本机的年报仍在，请稍后再试。',
    en: 'Nothing was exported: the package cannot be had, or has rows that cannot stand. The local reports are still here; try again later.',
  },
  notRemoved: {
    zh: '浏览器拒绝删除，本机保存的内容还在。请在浏览器设置里清除本站数据。',
    en: 'The browser refused to delete; what was kept on this machine is still there. Clear the data of this site in its settings.',
  },
  packageGone: {
    zh: '打不开本机的这个数据包，已改为显示默认数据集。请重新导入它的文件。',
    en: 'This data package of this machine cannot be opened; the default dataset is shown. Import its file again.',
  },
  startFailed: {
    zh: '本机保存的年报没有并入页面，年报仍在本机。请刷新页面重试；仍不成时，到导入页移除后重新导入。',
    en: 'The reports kept on this machine could not be merged; they are still here. Reload the page, or remove them on the import page and import them again.',
  },
} as const
