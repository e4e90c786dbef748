// Search within the site, without a server. VitePress sends `tokenize` to the browser as text, so it uses nothing from outside of itself.
import type { DefaultTheme } from 'vitepress'

export const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    miniSearch: {
      options: { tokenize },
      searchOptions: { boost: { title: 4, titles: 1, text: 2 }, prefix: true, fuzzy: term => (/^[\x21-\x7e]{5,}$/.test(term) ? 0.2 : false) }
    },
    locales: {
      zh: {
        translations: {
          button: { buttonText: '搜索', buttonAriaLabel: '搜索文档' },
          modal: {
            displayDetails: '显示详细列表',
            resetButtonTitle: '清除查询条件',
            backButtonTitle: '关闭搜索',
            noResultsText: '没有找到结果：',
            footer: {
              selectText: '选择',
              selectKeyAriaLabel: '回车',
              navigateText: '切换',
              navigateUpKeyAriaLabel: '上箭头',
              navigateDownKeyAriaLabel: '下箭头',
              closeText: '关闭',
              closeKeyAriaLabel: 'Esc'
            }
          }
        }
      }
    }
  }
}

// Names in Java are found by their parts, too (`crossentropy` in `categoricalCrossentropy`), and Chinese, which has no spaces, by its characters.
function tokenize(text: string): string[] {
  const tokens: string[] = []
  for (const word of text.split(/[\s\p{P}\p{S}]+/u)) {
    for (const run of word.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? []) {
      tokens.push(run)
      const parts = run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+D?/g) ?? []
      if (parts.length > 1) tokens.push(...parts.filter(part => part.length > 3))
    }
  }
  return tokens
}
