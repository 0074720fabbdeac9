// Owns whether everybody can use every kind of page: axe in all languages, light and dark, and what small and enlarged screens show.
// usage: node access.mjs SITE_FOLDER
import fs from 'node:fs';
import { each, kinds, languages, launch, open, require, siteFolder, tally } from './common.mjs';
import { serve } from './serve.mjs';

const site = siteFolder('access.mjs SITE_FOLDER');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RTL = ['ar', 'fa', 'he', 'ur'];
const { note, finish } = tally();

/** Accessibility of a page in one colour scheme, and its direction. */
async function look(context, url, { address, rtl }, where) {
  const { page, wrong } = await open(context, url, address);
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => globalThis.axe.run(document, { runOnly: values, resultTypes: ['violations'] }), TAGS);
  for (const violation of violations) {
    for (const node of violation.nodes.slice(0, 3)) {
      wrong.push(`${violation.id}: ${violation.help}\n      ${node.html.slice(0, 160)}\n      ${node.any[0]?.message ?? ''}`);
    }
  }
  const direction = await page.evaluate(() => getComputedStyle(document.documentElement).direction);
  if ((direction === 'rtl') !== rtl) wrong.push(`the page is written ${direction}`);
  await page.close();
  note(wrong.map((one) => `${address} (${where}): ${one}`));
}

/** What a page is too wide with, where nothing scrolls it. */
function overflow() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const scrolls = (one) => one && (/auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX) || scrolls(one.parentElement));
  const out = [...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(one.parentElement);
  });
  return [`scrolls sideways: ${document.documentElement.scrollWidth} px wide`, ...out.slice(0, 3).map((one) => one.outerHTML.slice(0, 100))];
}

/** The words of a page's content that can be seen; pictures have another form on small screens, which need not say all. */
function words() {
  const seen = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('svg, script, style, [data-small-omits]')) continue;
    if (parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) seen.push(node.data.trim().replace(/\s+/g, ' '));
  }
  return seen;
}

/** A page on a telephone of 320 px, which is also a screen of 1280 px enlarged to 400 %: nothing is wider, and nothing is lost. */
async function narrow(browser, url, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1024 }, reducedMotion: 'reduce' });
  const { page, wrong } = await open(context, url, address);
  const before = await page.evaluate(words);
  await page.setViewportSize({ width: 320, height: 256 });
  wrong.push(...(await page.evaluate(overflow)));
  const after = new Set(await page.evaluate(words));
  const lost = before.filter((text) => !after.has(text));
  if (lost.length > 0) wrong.push(`enlarging hides ${lost.length} texts, such as “${lost.slice(0, 3).join('”, “')}”`);
  await context.close();
  note(wrong.map((one) => `${address} (320 px): ${one}`));
}

// A folder of a host, since links that only work from the root are easily missed.
const { url, close } = await serve(site, '/timber/');
const browser = await launch();
const sample = languages(site).flatMap(({ tag, prefix }) => kinds(site, prefix).map((address) => ({ address, rtl: RTL.includes(tag) })));
for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }]) {
  const context = await browser.newContext({ ...options, viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', bypassCSP: true });
  await each(sample, (one) => look(context, url, one, options.colorScheme));
  await context.close();
}
await each(sample.filter(({ address }) => !address.includes('print/')), ({ address }) => narrow(browser, url, address));
await browser.close();
close();
finish(`accessibility of ${sample.length} pages`);
