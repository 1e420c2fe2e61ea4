// A judge of JSON against an OpenAPI 3.1 document: npm's ajv, and a validator of the document itself. Prints
// {"ready":true,"port":…}, then answers POST /document (the document: {"valid","errors"}) and POST /check
// ({"pointer","instance"}: whether the instance has the shape that the document has at the pointer).
import { createServer } from 'node:http'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const ajv = new Ajv.default({ strict: true, strictTypes: false, strictTuples: false, allErrors: true })
addFormats.default(ajv)
// Words of OpenAPI that say nothing of a value's shape.
for (const word of ['openapi', 'info', 'servers', 'paths', 'webhooks', 'components', 'security', 'tags', 'externalDocs', 'jsonSchemaDialect', 'example', 'discriminator', 'xml'])
  if (!ajv.getKeyword(word)) ajv.addKeyword(word)

const read = async request => { let text = ''; for await (const part of request) text += part; return JSON.parse(text) }

const answers = {
  async '/document'(document) {
    const result = await new Validator().validate(structuredClone(document))
    ajv.removeSchema('document')
    ajv.addSchema(document, 'document')
    return { valid: result.valid, errors: result.valid ? [] : [].concat(result.errors).map(e => e.message ? `${e.instancePath ?? ''} ${e.message}` : `${e}`) }
  },
  '/check'({ pointer, instance }) {
    const valid = ajv.validate({ $ref: `document#${pointer}` }, instance)
    return { valid, errors: valid ? [] : ajv.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`) }
  },
}

const server = createServer(async (request, response) => {
  try {
    const told = await answers[request.url](await read(request))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(told))
  } catch (error) {
    response.writeHead(500).end(`${error.stack}`)
  }
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ ready: true, port: server.address().port })))
