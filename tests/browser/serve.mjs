// Owns the static server that the checks look at a site through: as any web server shows it, on this computer only.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml',
  png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', woff2: 'font/woff2', pdf: 'application/pdf', json: 'application/json',
  xml: 'application/xml; charset=utf-8', txt: 'text/plain; charset=utf-8', ics: 'text/calendar; charset=utf-8', wasm: 'application/wasm',
  // What Pagefind loads is compressed already; it needs no type of its own.
  pagefind: 'application/octet-stream', pf_meta: 'application/octet-stream', pf_index: 'application/octet-stream',
  pf_filter: 'application/octet-stream', pf_fragment: 'application/octet-stream',
};

/** Serves a folder below `mount`, as a site in a folder of its host stands; gives its address and a way to end it. */
export function serve(folder, mount = '/') {
  const root = fs.realpathSync(folder);
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = name.startsWith(mount) ? path.join(root, name.slice(mount.length)) : '';
    if (file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!file.startsWith(root) || !fs.existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[path.extname(file).slice(1)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(fs.readFileSync(file));
  });
  return new Promise((started) => {
    server.listen(0, '127.0.0.1', () => {
      started({ url: `http://127.0.0.1:${server.address().port}${mount}`, close: () => server.close() });
    });
  });
}
