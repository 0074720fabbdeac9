// Owns what only a validator and a real browser can tell of a built site. usage: node check.mjs SITE_FOLDER
// Ends with 1 and a list of everything that is wrong. CHROME names the browser where it is not /usr/bin/chromium.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const site = process.argv[2];
if (!site || !fs.existsSync(path.join(site, 'index.html'))) {
  console.error('usage: node check.mjs SITE_FOLDER (a built site of the example, with index.html in it)');
  process.exit(2);
}
const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const faults = [];
let passed = 0;

/** Counts a check, and notes what it found wrong. */
function note(found) {
  if (found.length === 0) passed += 1;
  faults.push(...found);
}

/** Every page of the site, as a path from its root. */
function pages(folder = '') {
  const entries = fs.readdirSync(path.join(site, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return pages(name);
    return name.endsWith('.html') ? [name] : [];
  });
}

const all = pages();

/** One page of each kind in a language: the first of its folder where there are many. */
function kinds(prefix) {
  const single = ['index', 'strategy', 'swot', 'goals', 'action-plan', 'governance', 'members', 'services', 'monitoring', 'about'];
  const many = ['goals', 'services', 'indicators', 'projects', 'news', 'pages'];
  const first = (folder) => all.find((page) => page.startsWith(`${prefix}${folder}/`));
  const found = [...single.map((name) => `${prefix}${name}.html`), ...many.map(first), `${prefix}print/index.html`];
  const missing = found.filter((page) => !all.includes(page));
  note(missing.map((page) => `${page}: no such page in the site; is a kind of page gone or renamed?`));
  return found.filter((page) => all.includes(page));
}

/** The Nu checker's errors. Its style sheet half does not know modern CSS, so only HTML and SVG count. */
function validate() {
  const jar = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  const options = ['-Xss4m', '-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', '--stdout', site];
  const { messages } = JSON.parse(execFileSync('java', options, { maxBuffer: 1 << 28, encoding: 'utf8' }));
  const errors = messages.filter((one) => one.type !== 'info' && !one.message.startsWith('CSS:'));
  const by = new Map(all.map((page) => [page, []]));
  for (const one of errors) {
    const page = path.relative(fs.realpathSync(site), decodeURIComponent(new URL(one.url).pathname));
    const told = `${page}:${one.lastLine}:${one.lastColumn}: ${one.message}`;
    if (by.has(page)) by.get(page).push(told);
    else by.set(page, [told]);
  }
  for (const found of by.values()) note(found);
}

/** Opens a page and gives what went wrong on the way: errors of scripts, files not found, requests to other hosts. */
async function open(context, url, address) {
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`error in a script: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && !message.text().startsWith('Failed to load') && wrong.push(`console: ${message.text()}`));
  page.on('requestfailed', (request) => wrong.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) wrong.push(`a request to another host: ${request.url()}`);
  });
  page.on('response', (response) => response.status() >= 400 && wrong.push(`${response.status()} for ${response.url()}`));
  await page.goto(url + address, { waitUntil: 'load' });
  return { page, wrong };
}

/** Accessibility of a page in one language and colour scheme. */
async function look(context, url, address, where) {
  const { page, wrong } = await open(context, url, address);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] }), TAGS);
  for (const violation of violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      wrong.push(`${violation.id}: ${violation.help}\n      ${node.html.slice(0, 160)}\n      ${node.any[0]?.message ?? ''}`);
    }
  }
  const direction = await page.evaluate(() => getComputedStyle(document.documentElement).direction);
  if ((direction === 'rtl') !== address.startsWith('ar/')) wrong.push(`the page is written ${direction}`);
  await page.close();
  note(wrong.map((one) => `${address} (${where}): ${one}`));
}

/** A page on a small telephone: nothing may be wider than the screen. */
async function narrow(context, url, address) {
  const { page, wrong } = await open(context, url, address);
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (one) => one && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
    const out = [...document.querySelectorAll('body *')].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(one.parentElement);
    });
    return [`${document.documentElement.scrollWidth} px wide`, ...out.slice(0, 3).map((one) => one.outerHTML.slice(0, 100))];
  });
  await page.close();
  if (wide.length > 0) wrong.push(`scrolls sideways: ${wide.join('\n      ')}`);
  note(wrong.map((one) => `${address} (320 px): ${one}`));
}

/** The print document as a file to print: it has pages, and not fewer than its chapters. */
async function print(context, url, address) {
  const { page, wrong } = await open(context, url, address);
  const chapters = await page.locator('main h2, main h1').count();
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const leaves = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (leaves < 5) wrong.push(`prints on ${leaves} pages, with ${chapters} headings`);
  await page.close();
  note(wrong.map((one) => `${address} (print): ${one}`));
}

const started = Date.now();
validate();
console.log(`validated ${all.length} pages in ${Math.round((Date.now() - started) / 1000)} s`);

// A folder of a host, since links that only work from the root are easily missed.
const { url, close } = await serve(site, '/timber/');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROME ?? '/usr/bin/chromium', args: flags });
const sample = ['', 'ar/'].flatMap(kinds);
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', bypassCSP: true });
  for (const address of sample) await look(context, url, address, colorScheme);
  await context.close();
}
const phone = await browser.newContext({ viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
for (const address of sample.filter((page) => !page.includes('print/'))) await narrow(phone, url, address);
await phone.close();
const plain = await browser.newContext({ javaScriptEnabled: false });
for (const address of sample) {
  const { page, wrong } = await open(plain, url, address);
  if ((await page.locator('main').innerText()).trim().length < 40) wrong.push('shows nothing without scripts');
  await page.close();
  note(wrong.map((one) => `${address} (no scripts): ${one}`));
}
await plain.close();
const paper = await browser.newContext();
for (const address of sample.filter((page) => page.includes('print/'))) await print(paper, url, address);
await browser.close();
close();

console.log(`looked at ${sample.length} pages in ${Math.round((Date.now() - started) / 1000)} s`);
for (const fault of faults) console.error(`- ${fault}`);
console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length > 0 ? 1 : 0);
