// Puts what Samverk borrows from npm where it belongs: into wwwroot/lib what the pages use (the design system, our own
// theme for it, the typeface), into obj/typeface the same typeface as documents are set in.
// Called by Assets.targets when something is stale; safe to call from several builds at once.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, 'node_modules')
const theme = join(modules, '.theme')
const lock = join(here, 'obj', 'assets.lock')
const patience = 5 * 60_000
const inter = weight => join(modules, '@expo-google-fonts/inter', weight, `Inter_${weight}.ttf`)
const assets = {
  'wwwroot/lib/designsystemet.css': join(modules, '@digdir/designsystemet-css/dist/src/index.css'),
  'wwwroot/lib/theme.css': join(theme, 'css/samverk.css'),
  'wwwroot/lib/inter-latin.woff2': join(modules, '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  'wwwroot/lib/inter-latin-ext.woff2': join(modules, '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'),
  'obj/typeface/Regular.ttf': inter('400Regular'),
  'obj/typeface/Bold.ttf': inter('700Bold'),
  'obj/typeface/Italic.ttf': inter('400Regular_Italic'),
}

class Stop extends Error {}

const digest = (...files) => files.reduce((hash, file) => hash.update(readFileSync(join(here, file))), createHash('sha256')).digest('hex')

function checkNode() {
  if (Number.parseInt(process.versions.node, 10) < 20) throw new Stop(`Node.js ${process.versions.node} är för gammal. Installera 20.20 eller senare och bygg igen.`)
}

function run(command, args, whatToDo) {
  const shell = process.platform === 'win32'
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: here, encoding: 'utf8', shell })
  if (error?.code === 'ENOENT') throw new Stop(`${command} saknas. Installera Node.js 20.20 eller senare, med npm, och bygg igen.`)
  if (status !== 0) throw new Stop(`${command} ${args[0]} gick inte. ${whatToDo}\n${stdout ?? ''}${stderr ?? ''}`)
}

/** Does the work only when the input differs from what the stamp says was used last. */
function once(stamp, input, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === input) return
  work()
  writeFileSync(stamp, input)
}

function fetchPackages() {
  once(join(modules, '.samverk'), digest('package-lock.json'), () =>
    run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      'Den hämtar gränssnittets css en gång och behöver nå npm-registret.'))
}

function buildTheme() {
  mkdirSync(theme, { recursive: true })
  once(join(theme, 'stamp'), digest('package-lock.json', 'designsystemet.config.json'), () => {
    const tool = join(modules, '@digdir/designsystemet/dist/bin/designsystemet.js')
    const whatToDo = 'Se efter i designsystemet.config.json.'
    run(process.execPath, [tool, 'tokens', 'create', '--clean', '--config', 'designsystemet.config.json'], whatToDo)
    run(process.execPath, [tool, 'tokens', 'build', '-t', join(theme, 'tokens'), '-o', join(theme, 'css')], whatToDo)
  })
}

/** A reader sees the old file or the whole new one; the new time tells the next build that nothing is stale. */
function copyAssets() {
  const now = new Date()
  for (const [name, source] of Object.entries(assets)) {
    const fresh = join(modules, `.${basename(name)}`)
    mkdirSync(join(here, dirname(name)), { recursive: true })
    copyFileSync(source, fresh)
    utimesSync(fresh, now, now)
    renameSync(fresh, join(here, name))
  }
}

function takeLock() {
  mkdirSync(dirname(lock), { recursive: true })
  for (const start = Date.now(); ; Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)) {
    try {
      return mkdirSync(lock)
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmdirSync(lock)
      else if (Date.now() - start > patience) throw new Stop(`Ett annat bygge håller ${lock}. Vänta på det, eller ta bort mappen.`)
    }
  }
}

function isAbandoned() {
  try {
    return Date.now() - statSync(lock).mtimeMs > patience
  } catch {
    return false
  }
}

try {
  checkNode()
  takeLock()
  try {
    fetchPackages()
    buildTheme()
    copyAssets()
  } finally {
    rmdirSync(lock)
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error
  console.error(`assets.mjs : error SAMVERK002: ${error.message}`)
  process.exitCode = 1
}
