// Lists what Samverk is made of, with licences: artifacts/sbom/{nuget,npm}.cdx.json (CycloneDX 1.6) and docs/dependencies.md.
//   node packaging/sbom/sbom.mjs               writes all three; fetches the npm tool with npm ci the first time
//   node packaging/sbom/sbom.mjs FOLDER        only nuget.cdx.json and dependencies.md, into FOLDER, without npm (the tests)
// NuGet's packages are read from packages.lock.json and, for their licences, from the package cache that the build filled.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')
const cache = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages')
const read = (...path) => readFileSync(join(...path), 'utf8')
const version = /<Version>([^<]+)/.exec(read(root, 'Directory.Build.props'))[1]

// What a package says by a file instead of by a name, read by a person.
const readByHand = { 'sourcegear.sqlite3': 'blessing' }

// They look at the code while it is built and are no part of the program.
const onlyWhenBuilding = new Set([...read(root, 'Directory.Packages.props').matchAll(/<GlobalPackageReference Include="([^"]+)"/g)].map(found => found[1]))

function licence(name, at) {
  const nuspec = read(cache, name.toLowerCase(), at, `${name.toLowerCase()}.nuspec`)
  const said = /<license type="expression">([^<]+)</.exec(nuspec)?.[1] ?? readByHand[name.toLowerCase()]
  if (!said) throw new Error(`${name} ${at} names no licence: read it, and add it to readByHand`)
  return said
}

const hash = (name, at) => read(cache, name.toLowerCase(), at, `${name.toLowerCase()}.${at}.nupkg.sha512`).trim()

function locked(project) {
  const lock = JSON.parse(read(root, project, 'packages.lock.json'))
  return Object.values(lock.dependencies).flatMap(framework => Object.entries(framework)).filter(([, found]) => found.type !== 'Project')
    .map(([name, found]) => ({ name, version: found.resolved }))
}

function nuget() {
  const program = locked('src/Samverk').map(one => ({ ...one, use: onlyWhenBuilding.has(one.name) ? 'build' : 'program' }))
  const known = new Set(program.map(one => one.name))
  const tests = ['tests/Samverk.Tests', 'tests/Samverk.Reading.Tests', 'tests/Samverk.Pdf.Tests'].flatMap(locked).filter(one => !known.has(one.name)).map(one => ({ ...one, use: 'tests' }))
  const all = new Map([...program, ...tests].map(one => [`${one.name}@${one.version}`, { ...one, licence: licence(one.name, one.version) }]))
  return [...all.values()].sort((a, b) => a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)
}

function npm() {
  const { packages } = JSON.parse(read(root, 'src', 'Samverk', 'package-lock.json'))
  return Object.entries(packages).filter(([path]) => path).map(([path, found]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: found.version,
    licence: found.license ?? '',
    use: found.dev ? 'build' : 'program',
  })).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

const licenceOf = text => / (AND|OR|WITH) /.test(text) ? { expression: text } : { license: { id: text } }

function component(one) {
  return {
    type: 'library',
    'bom-ref': `pkg:nuget/${one.name}@${one.version}`,
    name: one.name,
    version: one.version,
    scope: one.use === 'program' ? 'required' : 'excluded',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(hash(one.name, one.version), 'base64').toString('hex') }],
    licenses: [licenceOf(one.licence)],
    purl: `pkg:nuget/${one.name}@${one.version}`,
  }
}

function bom(components) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': 'samverk', name: 'Samverk', version, licenses: [{ license: { id: 'EUPL-1.2' } }] } },
    components: components.map(component),
  }
}

const table = rows => ['| Package | Version | Licence | For |', '|---|---|---|---|', ...rows.map(one => `| ${one.name} | ${one.version} | ${one.licence} | ${one.use} |`)].join('\n')

const countBy = rows => rows.reduce((counts, one) => ({ ...counts, [one.licence]: (counts[one.licence] ?? 0) + 1 }), {})

function page(fromNuget, fromNpm) {
  const tools = fromNpm.filter(one => one.use === 'build')
  const counted = Object.entries(countBy(tools)).sort().map(([name, those]) => `${name} (${those})`).join(', ')
  return `# Dependencies
Written by \`node packaging/sbom/sbom.mjs\`; don't change it by hand. A test holds it to the lock files, and every licence to a list of allowed ones. The same command writes the lists in CycloneDX, \`artifacts/sbom/nuget.cdx.json\` and \`npm.cdx.json\`.

*program*: follows with Samverk when it runs. *build*, *tests*: do not.

## NuGet
${table(fromNuget)}

## npm
What stays in the pages is css and a typeface. The ${tools.length} packages that only build the theme have the licences ${counted}.

${table(fromNpm.filter(one => one.use === 'program'))}

## Outside the packages
.NET 10 with ASP.NET Core (MIT). Programs that Samverk starts where they are installed: poppler (GPL-2.0-or-later) and LibreOffice (MPL-2.0), in processes of their own; they are not handed out with Samverk. PostgreSQL (PostgreSQL licence), where it is used.
`
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: here, encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`${command} ${args[0]} failed\n${stdout ?? ''}${stderr ?? ''}${error ?? ''}`)
}

function writeNpm(folder) {
  if (!existsSync(join(here, 'node_modules'))) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  run(join(here, 'node_modules', '.bin', 'cyclonedx-npm'),
    ['--package-lock-only', '--output-reproducible', '--spec-version', '1.6', '--output-file', join(folder, 'npm.cdx.json'), join(root, 'src', 'Samverk', 'package.json')])
}

const folder = process.argv[2] ?? join(root, 'artifacts', 'sbom')
const [fromNuget, fromNpm] = [nuget(), npm()]
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'nuget.cdx.json'), JSON.stringify(bom(fromNuget), null, 2) + '\n')
writeFileSync(process.argv[2] ? join(folder, 'dependencies.md') : join(root, 'docs', 'dependencies.md'), page(fromNuget, fromNpm))
if (!process.argv[2]) writeNpm(folder)
