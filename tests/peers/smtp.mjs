// A mail server for tests: the real npm smtp-server. Prints {"ready":true,"port":…} and then each mail as one line of JSON.
//   node smtp.mjs [PORT] [USER PASSWORD]
import { SMTPServer } from 'smtp-server'

const [port = '0', user, password] = process.argv.slice(2)
const say = told => console.log(JSON.stringify(told))

const server = new SMTPServer({
  authOptional: !user,
  allowInsecureAuth: true,
  onAuth: (given, _, done) => given.username === user && given.password === password ? done(null, { user }) : done(new Error('fel lösenord')),
  onData(stream, session, done) {
    const parts = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      say({
        from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(to => to.address),
        secure: session.secure, user: session.user ?? null, raw: Buffer.concat(parts).toString('utf8'),
      })
      done()
    })
  },
})
server.on('error', error => { console.error(error.message); process.exitCode = 1 })
server.listen(Number(port), '127.0.0.1', () => say({ ready: true, port: server.server.address().port }))
