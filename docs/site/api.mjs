// The reference of the API: Javadoc of all modules in one, by Maven, as the folder `api` of the site.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes Javadoc and copies it into a built site. */
export function api(repository, site) {
  const goals = ['-pl', 'tools/javadoc', '-am', 'compile']
  execFileSync('mvn', ['--batch-mode', '--no-transfer-progress', '-q', ...goals], { cwd: repository, stdio: 'inherit' })
  const folder = join(site, 'api')
  cpSync(join(repository, 'target/reports/apidocs'), folder, { recursive: true })

  // Javadoc asks for its fonts even where the JDK's distributor has taken them out.
  const style = join(folder, 'stylesheet.css')
  const fonts = /@import url\('([^']*)'\);\s*/
  const [line, file] = fonts.exec(readFileSync(style, 'utf8')) ?? []
  if (line && !existsSync(join(folder, file))) writeFileSync(style, readFileSync(style, 'utf8').replace(fonts, ''))
}
