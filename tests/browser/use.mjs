// Owns whether a site can be used: with the keyboard alone, without scripts, on a slow line, and as a file to print.
// usage: node use.mjs SITE_FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { each, kinds, languages, launch, open, siteFolder, tally } from './common.mjs';
import { serve } from './serve.mjs';

const site = siteFolder('use.mjs SITE_FOLDER');
const { note, finish } = tally();

/** The first load of the home page: 60 kB over the wire before photographs, 8 requests. */
const HOME_BYTES = 60_000;
const HOME_REQUESTS = 8;

/** What a policy without inline code and other hosts would refuse. */
function policy(address) {
  const text = fs.readFileSync(path.join(site, address), 'utf8');
  const inline = [...text.matchAll(/<script(?![^>]*(?:src=|application\/(?:ld\+)?json))[^>]*>|<style[\s>]|\s(?:style|on[a-z]+)="/g)].map(([found]) => `inline: ${found.trim()}`);
  const meta = text.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1];
  if (!meta) inline.push('has no Content-Security-Policy');
  else if (!meta.includes("default-src 'none'") || /unsafe-inline|'unsafe-eval'|https?:|\*/.test(meta)) inline.push(`has a weak policy: ${meta}`);
  return inline;
}

/** Stops that a walk goes through at most; what comes after them is more of the same. */
const STOPS = 120;

/** Walks a page with the tabulator: it starts at the skip link, every stop is visible and marked, and none holds the walk. */
async function walk(page) {
  const wrong = [];
  const stops = await page.evaluate(() => {
    const list = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    return [...document.querySelectorAll(list)].filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true })).length;
  });
  const seen = [];
  // A page that is there to type into begins in its field.
  const begins = await page.evaluate(() => document.activeElement.matches('input'));
  for (let at = 0; at < Math.min(stops + 5, STOPS); at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const box = one.getBoundingClientRect();
      // A field may be marked by what it stands in.
      const marked = [one, one.parentElement, one.parentElement?.parentElement].some((box) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box ?? one);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || (box === one && boxShadow !== 'none');
      });
      globalThis.stops = (globalThis.stops ?? 0) + 1;
      one.dataset.stop ??= `${globalThis.stops}`;
      return { at: one.dataset.stop, name: one.outerHTML.slice(0, 90), seen: box.width > 0 && box.height > 0, marked, skip: one.matches('a[href="#main"]') };
    });
    if (!stop) break;
    if (seen.includes(stop.at)) {
      if (stop.at !== seen[0]) wrong.push(`the tabulator is caught at ${stop.name}`);
      break;
    }
    if (seen.length === 0 && !stop.skip && !begins) wrong.push(`the first stop is no skip link but ${stop.name}`);
    if (!stop.seen) wrong.push(`an invisible stop: ${stop.name}`);
    if (!stop.marked) wrong.push(`a stop that is not marked: ${stop.name}`);
    seen.push(stop.at);
  }
  if (seen.length < Math.min(stops, 5)) wrong.push(`only ${seen.length} of ${stops} stops are reached`);
  return wrong;
}

/** The menu of a small screen opens and closes from the keyboard, and its links are reached. */
async function menu(page) {
  const button = page.locator('[popovertarget]').first();
  if (!(await button.isVisible())) return ['shows no menu button on a small screen'];
  await button.focus();
  await page.keyboard.press('Enter');
  const links = page.locator('#menu a[href]');
  if (!(await links.first().isVisible())) return ['the menu does not open with Enter'];
  await page.keyboard.press('Escape');
  return (await links.first().isVisible()) ? ['the menu does not close with Escape'] : [];
}

/** What a page says and where it leads, as it is seen. */
async function content(page) {
  return page.evaluate(() => {
    const shown = (one) => one.checkVisibility({ visibilityProperty: true });
    const links = [...document.querySelectorAll('main a[href]')].filter(shown).map((one) => one.getAttribute('href'));
    const pictures = [...document.querySelectorAll('main svg[role=img], main img')].filter(shown).length;
    return { words: document.querySelector('main').innerText.replace(/\s+/g, ' ').length, links, pictures };
  });
}

/** Without scripts a page shows all that it shows with them; search and filters may say that they need them. */
async function plain(browser, url, address) {
  const scripted = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const bare = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const one = await open(scripted, url, address);
  const other = await open(bare, url, address);
  const [rich, poor] = [await content(one.page), await content(other.page)];
  const wrong = [...one.wrong, ...other.wrong, ...policy(address)];
  const missing = rich.links.filter((link) => !poor.links.includes(link) && !link.startsWith('#'));
  if (missing.length > 0) wrong.push(`without scripts ${missing.length} links are missing, such as ${missing[0]}`);
  if (poor.pictures < rich.pictures) wrong.push(`without scripts ${rich.pictures - poor.pictures} pictures are missing`);
  if (poor.words < 40 || poor.words < rich.words * 0.9) wrong.push(`says ${poor.words} characters without scripts, ${rich.words} with them`);
  await Promise.all([scripted.close(), bare.close()]);
  note(wrong.map((fault) => `${address} (scripts): ${fault}`));
}

/** What the first load of a home page costs. */
async function weigh(browser, url, address) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const loaded = [];
  page.on('response', async (response) => loaded.push({ url: response.url(), type: response.request().resourceType() }));
  await page.goto(url + address, { waitUntil: 'networkidle' });
  await context.close();
  const parts = loaded.map(({ url: from, type }) => {
    const file = path.join(site, decodeURIComponent(from.slice(url.length)) || 'index.html');
    const bytes = fs.readFileSync(fs.statSync(file).isDirectory() ? path.join(file, 'index.html') : file);
    const packed = /\.(html|css|js|svg|json|xml)$/.test(file) || type === 'document';
    return { name: path.basename(file), photograph: /\.(jpe?g|png|webp|avif)$/.test(file), bytes: packed ? gzipSync(bytes).length : bytes.length };
  });
  const counted = parts.filter((part) => !part.photograph);
  const bytes = counted.reduce((sum, part) => sum + part.bytes, 0);
  const told = counted.map((part) => `${part.name} ${part.bytes}`).join(', ');
  console.log(`${address}: ${bytes} bytes in ${parts.length} requests (${told})`);
  note([
    ...(bytes > HOME_BYTES ? [`${address}: the first load takes ${bytes} bytes: ${told}`] : []),
    ...(parts.length > HOME_REQUESTS ? [`${address}: the first load takes ${parts.length} requests`] : []),
  ]);
}

/** The print document as a file to print: it has pages. */
async function print(browser, url, address) {
  const context = await browser.newContext();
  const { page, wrong } = await open(context, url, address);
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  const leaves = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (leaves < 5) wrong.push(`prints on ${leaves} pages`);
  await context.close();
  note(wrong.map((fault) => `${address} (print): ${fault}`));
}

const { url, close } = await serve(site, '/timber/');
const browser = await launch();
const sample = languages(site).flatMap(({ prefix }) => kinds(site, prefix));
await each(sample, (address) => plain(browser, url, address));
const wide = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
const phone = await browser.newContext({ viewport: { width: 360, height: 700 }, reducedMotion: 'reduce' });
const walked = languages(site).filter(({ tag }, at) => at === 0 || tag === 'ar').flatMap(({ prefix }) => kinds(site, prefix));
await each(walked.filter((address) => !address.includes('print/')), async (address) => {
  for (const [context, width, step] of [[wide, '1280 px', walk], [phone, '360 px', menu]]) {
    const { page, wrong } = await open(context, url, address);
    wrong.push(...(await step(page)));
    await page.close();
    note(wrong.map((fault) => `${address} (keyboard, ${width}): ${fault}`));
  }
});
for (const { prefix } of languages(site)) await weigh(browser, url, `${prefix}`);
for (const address of sample.filter((page) => page.endsWith('print/index.html'))) await print(browser, url, address);
await browser.close();
close();
finish(`use of ${sample.length} pages`);
