// Asks the endpoint in argv[2] with two JavaScript clients and prints what they say as one JSON object.
import { once } from 'node:events'
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint'
import SimpleClient from 'sparql-http-client/SimpleClient.js'
import ParsingClient from 'sparql-http-client/ParsingClient.js'

const endpointUrl = process.argv[2]
const label = 'http://www.w3.org/2004/02/skos/core#prefLabel'
const rows = `SELECT ?name { <https://w3id.org/zhengtu/place/420100> <${label}> ?name } ORDER BY ?name`
const triples = `CONSTRUCT { ?s ?p ?o } { GRAPH <https://w3id.org/zhengtu/graph/registry> { ?s ?p ?o } }`
const ask = `ASK { ?s <${label}> "武汉市"@zh }`

async function counted (stream) {
  let count = 0
  stream.on('data', () => { count += 1 })
  await once(stream, 'end')
  return count
}

async function ofParsing (operation) {
  const client = new ParsingClient({ endpointUrl })
  return {
    rows: (await client.query.select(rows, { operation })).map(row => row.name.value),
    triples: (await client.query.construct(triples, { operation })).size,
    ask: await client.query.ask(ask, { operation })
  }
}

async function ofFetcher (method) {
  const client = new SparqlEndpointFetcher({ method })
  const found = []
  const bindings = await client.fetchBindings(endpointUrl, rows)
  bindings.on('data', row => found.push(row.name.value))
  await once(bindings, 'end')
  return {
    rows: found,
    triples: await counted(await client.fetchTriples(endpointUrl, triples)),
    ask: await client.fetchAsk(endpointUrl, ask)
  }
}

async function problem () {
  const response = await new SimpleClient({ endpointUrl }).query.select('SELECT * {')
  return { status: response.status, text: await response.text() }
}

async function page () { // what a page of another site may do
  const response = await fetch(`${endpointUrl}?query=${encodeURIComponent(ask)}`, { headers: { origin: 'https://example.org' } })
  return { allowed: response.headers.get('access-control-allow-origin'), answer: await response.json() }
}

console.log(JSON.stringify({
  get: await ofParsing('get'),
  postDirect: await ofParsing('postDirect'),
  postUrlencoded: await ofParsing('postUrlencoded'),
  fetcherGet: await ofFetcher('GET'),
  fetcherPost: await ofFetcher('POST'),
  problem: await problem(),
  page: await page()
}))
