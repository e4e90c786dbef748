import { defineConfig } from 'vitepress'
import { BASE, repositoryLinks, REPOSITORY } from './links.mts'
import { chinese, english } from './navigation.mts'
import { search } from './search.mts'

const WIDE = ['why.md', 'reference/performance.md', 'reference/keras-parity.md']

export default defineConfig({
  base: BASE,
  title: 'Mnist4J',
  description: 'Train, ship and understand neural networks for images in Java',
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}favicon.svg` }],
    ['meta', { name: 'theme-color', content: '#1b5e8c' }]
  ],
  markdown: {
    config: repositoryLinks,
    theme: { light: 'github-light', dark: 'github-dark' }
  },
  // Javadoc is copied in behind VitePress; site/links.mjs looks at the links to it.
  ignoreDeadLinks: [/^\/api\//],
  transformPageData(page) {
    // Pages whose tables want the whole width have no outline beside them.
    if (WIDE.includes(page.relativePath)) page.frontmatter.aside = false
  },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: english },
    zh: {
      label: '简体中文',
      lang: 'zh-Hans',
      description: '用 Java 训练、发布和理解图像神经网络',
      themeConfig: {
        ...chinese,
        outline: { level: [2, 3], label: '本页目录' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色模式',
        darkModeSwitchTitle: '切换到深色模式',
        sidebarMenuLabel: '菜单',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文'
      }
    }
  },
  themeConfig: {
    logo: '/logo.svg',
    search,
    // Not every page is there in every language: the menu of languages leads to their start pages.
    i18nRouting: false,
    outline: { level: [2, 3] },
    externalLinkIcon: true,
    socialLinks: [{ icon: 'github', link: REPOSITORY, ariaLabel: 'The code' }],
    footer: { message: 'Apache License 2.0 · MNIST by Y. LeCun and C. Cortes, CC BY-SA 3.0' }
  }
})
