// The menus. A site that was built without the API has no entries for it.
import type { DefaultTheme } from 'vitepress'

/** The reference of the API: files that Javadoc made, which the site's own router must leave alone. */
const API = { link: '/api/index.html', target: '_self' }

const hasApi = !process.env.SITE_WITHOUT_API

export const english = {
  nav: menu([
    { text: 'Why', link: '/why' },
    { text: 'Quick start', link: '/quick-start' },
    { text: 'Tutorial', link: '/tutorial' },
    { text: 'Guides', link: '/guides/data', activeMatch: '/guides/' },
    { text: 'Draw a digit', link: '/draw' },
    { text: 'API', ...API }
  ]),
  sidebar: menu([
    {
      text: 'Start',
      items: [
        { text: 'Why Mnist4J', link: '/why' },
        { text: 'Quick start', link: '/quick-start' },
        { text: 'Tutorial', link: '/tutorial' },
        { text: 'Draw a digit', link: '/draw' }
      ]
    },
    {
      text: 'Guides',
      items: [
        { text: 'Your own data', link: '/guides/data' },
        { text: 'Augmentation', link: '/guides/augmentation' },
        { text: 'Callbacks', link: '/guides/callbacks' },
        { text: 'Evaluation', link: '/guides/evaluation' },
        { text: 'Reproducibility', link: '/guides/reproducibility' },
        { text: 'Saving and moving models', link: '/guides/saving' },
        { text: 'In an application', link: '/guides/serving' },
        { text: 'On a GPU', link: '/guides/gpu' },
        { text: 'Writing a layer', link: '/guides/writing-a-layer' }
      ]
    },
    {
      text: 'Reference',
      items: [
        { text: 'API', ...API },
        { text: "What is here of Keras", link: '/reference/keras-parity' },
        { text: 'Performance', link: '/reference/performance' },
        { text: 'Troubleshooting', link: '/troubleshooting' },
        { text: 'Changelog', link: '/changelog' }
      ]
    },
    {
      text: 'Contributing',
      items: [
        { text: 'How to', link: '/contributing/' },
        { text: 'Architecture', link: '/contributing/architecture' },
        { text: 'Releasing', link: '/contributing/releasing' }
      ]
    }
  ])
}

export const chinese = {
  nav: menu([
    { text: '快速上手', link: '/zh/quick-start' },
    { text: '教程', link: '/zh/tutorial' },
    { text: '手写识别', link: '/draw' },
    { text: 'API（英文）', ...API }
  ]),
  sidebar: menu([
    {
      text: '入门',
      items: [
        { text: '快速上手', link: '/zh/quick-start' },
        { text: '教程', link: '/zh/tutorial' },
        { text: '手写识别', link: '/draw' }
      ]
    },
    {
      text: '英文文档',
      items: [
        { text: '为什么用 Mnist4J', link: '/why' },
        { text: '自己的数据', link: '/guides/data' },
        { text: '数据增强', link: '/guides/augmentation' },
        { text: '回调', link: '/guides/callbacks' },
        { text: '评估', link: '/guides/evaluation' },
        { text: '可重复性', link: '/guides/reproducibility' },
        { text: '保存与转换模型', link: '/guides/saving' },
        { text: '在应用程序中使用', link: '/guides/serving' },
        { text: '使用 GPU', link: '/guides/gpu' },
        { text: '编写新层', link: '/guides/writing-a-layer' },
        { text: '与 Keras 对照', link: '/reference/keras-parity' },
        { text: '性能', link: '/reference/performance' },
        { text: '疑难解答', link: '/troubleshooting' },
        { text: '更新日志', link: '/changelog' },
        { text: 'API', ...API }
      ]
    }
  ])
}

interface Entry {
  text: string
  link?: string
  target?: string
  activeMatch?: string
  items?: Entry[]
}

function menu(entries: Entry[]): DefaultTheme.SidebarItem[] & DefaultTheme.NavItemWithLink[] {
  return entries
    .map(entry => (entry.items ? { ...entry, items: menu(entry.items) } : entry))
    .filter(entry => hasApi || entry.link !== API.link) as any
}
